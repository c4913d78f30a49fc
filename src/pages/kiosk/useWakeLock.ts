import { useEffect } from 'react';

/** Keeps the screen on while this is shown, where the browser can; it lets go of the lock when the page is hidden. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    let isGone = false;
    const acquire = async () => {
      if (!('wakeLock' in navigator) || document.hidden) return;
      // Refused on battery saving, or where the page is not secure: the display then follows its own settings.
      lock = await navigator.wakeLock.request('screen').catch(() => null);
      if (isGone) void lock?.release();
    };
    void acquire();
    document.addEventListener('visibilitychange', acquire);
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', acquire);
      void lock?.release();
    };
  }, []);
}
