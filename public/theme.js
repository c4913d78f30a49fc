// Sets the theme before the first paint, so that no page flashes in the other one. What it reads is owned by the app:
// `?theme=` (src/view/urlState.ts) goes before the kept preference (src/view/preferences.ts) before the device's.
{
  const kept = () => {
    try {
      return JSON.parse(localStorage.getItem('mirante.preferences'))?.theme;
    } catch {
      return null;
    }
  };
  const asked = new URLSearchParams(location.search).get('theme');
  const choice = [asked, kept()].find((theme) => ['light', 'dark', 'system'].includes(theme));
  const device = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = choice === 'light' || choice === 'dark' ? choice : device;
}
