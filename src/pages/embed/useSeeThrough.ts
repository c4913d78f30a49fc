import { useEffect } from 'react';

/** Lets the host application's page be seen around the panels while this is shown. */
export function useSeeThrough(): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.background = 'transparent';
    return () => {
      style.background = '';
    };
  }, []);
}
