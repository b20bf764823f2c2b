import { useEffect, useState } from 'react';
import type { HostPort, HostTheme } from '#ports/host.ts';
import type { PeoplePort } from '#ports/people.ts';

/** The host's theme, for what Fluent does not draw: the browser's own date fields and scroll bars. */
export function useTheme(host: HostPort): HostTheme {
  const [theme, setTheme] = useState(() => host.theme());
  useEffect(() => host.onThemeChange(setTheme), [host]);
  return theme;
}

/** Title of the window while a screen stands. */
export function useTitle(title: string): void {
  useEffect(() => {
    const before = document.title;
    document.title = title;
    return () => {
      document.title = before;
    };
  }, [title]);
}

/** Address of somebody's photo once it is there; undefined for whoever has none. */
export function usePhoto(people: PeoplePort, personId: string | undefined): string | undefined {
  const [photo, setPhoto] = useState<{ readonly id: string; readonly url: string | undefined }>();
  useEffect(() => {
    if (personId === undefined) return undefined;
    const stop = new AbortController();
    const look = async (): Promise<void> => {
      try {
        const url = await people.photo(personId, stop.signal);
        if (!stop.signal.aborted) setPhoto({ id: personId, url });
      } catch {
        // Initials stand where no photo can be had.
      }
    };
    void look();
    return () => stop.abort();
  }, [people, personId]);
  return photo !== undefined && photo.id === personId ? photo.url : undefined;
}
