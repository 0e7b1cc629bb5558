/**
 * The user's own folder for what can be made again, as each system has it; undefined where there is none. Others cannot
 * write there, so code may be read from it.
 */
export function cacheFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const own = platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  if (own) return `${own}/copydesk`;
  const home = env.HOME ?? env.USERPROFILE;
  if (!home) return undefined;
  if (platform === 'win32') return `${home}/AppData/Local/copydesk`;
  return `${home}/${platform === 'darwin' ? 'Library/Caches' : '.cache'}/copydesk`;
}
