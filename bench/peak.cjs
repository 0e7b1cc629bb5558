// Preloaded into a process whose peak memory is asked for: says it at the end, in MB, on standard error.
process.on('exit', () => process.stderr.write(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)}\n`));
