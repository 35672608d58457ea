/** What keeps a place from being read or written, in words, by the code that the system gives. */
const words: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full",
  EDQUOT: "the quota of the disk is used up",
  EFBIG: "larger than a file may be there",
  EIO: "the disk failed",
  EROFS: "the disk is read-only",
  EACCES: "permission denied",
  EPERM: "permission denied",
  ENOENT: "no such folder",
  ENOTDIR: "a file where a folder would have to be",
  EISDIR: "a folder",
  ENOTEMPTY: "a folder",
  ELOOP: "a link that leads to itself",
  ENAMETOOLONG: "a name too long for the disk",
  EINVAL: "a name that the disk does not take",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  ETXTBSY: "a program that is running",
  EBUSY: "in use",
};

/** Says in words why something could not be read or written; a code that nobody has met yet stands behind words. */
export function systemWords(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === undefined) return "the system gives no reason";
  return Object.hasOwn(words, code) ? words[code]! : `the system refuses it (${code})`;
}
