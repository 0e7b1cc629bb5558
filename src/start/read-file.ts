// Asked for, not imported: an import would set up a whole module around it, before the first line is read.
const { closeSync, fstatSync, openSync, readSync } = process.getBuiltinModule('node:fs');

/** Reads a file; what it read is good until it reads the next. */
export type ReadFile = (path: string) => Buffer;

/** Bytes of the longest file that most likely comes: the program's compiled code, with room to grow. */
const most = 1 << 21;

/**
 * Opens a reader whose files take one place in memory, one after the other: to a start, a page of memory that was never
 * used costs more than to read what is written on it.
 */
export function openReader(): ReadFile {
  let room: Buffer | undefined;
  return (path) => {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      if (!room || room.length < size) room = Buffer.allocUnsafeSlow(Math.max(size, most));
      let end = 0;
      while (end < size) {
        const count = readSync(file, room, end, size - end, null);
        if (count === 0) break;
        end += count;
      }
      return room.subarray(0, end);
    } finally {
      closeSync(file);
    }
  };
}
