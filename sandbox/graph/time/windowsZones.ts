import * as windowsIana from 'windows-iana';

/** All names of time zones that Windows knows. */
export function getWindowsTimeZones(): readonly string[] {
  return [...new Set(windowsIana.WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName))];
}

/** The IANA zone that stands for a Windows zone where no territory is told. */
export function findIana(windowsName: string): string | undefined {
  return windowsIana.findIana(windowsName)[0];
}

/** The Windows zone that an IANA zone belongs to. */
export function findWindows(ianaName: string): string | undefined {
  const aliases = windowsIana.findIanaAliases(ianaName);
  for (const name of [ianaName, ...aliases]) {
    const [found] = windowsIana.findWindows(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
