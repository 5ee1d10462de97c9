/**
 * What stands in a file of lines behind the last one, to be written over: spaces, and a line break at the end. A write that
 * changes no file's size takes half the fsync, since the disk has nothing to note about the file.
 */
const roomBytes = 1 << 18

const space = 0x20

export const room: Buffer = Buffer.alloc(roomBytes, ' ')
room.write('\n', roomBytes - 1)

/** Whether a line is what is left of such room: nothing was ever kept there. */
export function isRoom(line: Buffer): boolean {
  return line.every(byte => byte === space)
}
