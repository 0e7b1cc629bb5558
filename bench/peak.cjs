const { readFileSync } = require('node:fs');

// Preloaded into a process whose peak memory is asked for: says it at the end, in MB, on standard error. What the system
// counts for `resourceUsage` begins with what the process that started it had in use; the kernel's mark for the program does not.
process.on('exit', () => {
  let kilobytes = process.resourceUsage().maxRSS;
  try {
    kilobytes = Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? kilobytes);
  } catch {
    // No Linux.
  }
  process.stderr.write(`peak ${Math.round(kilobytes / 1024)}\n`);
});
