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

// Where the app's code cannot be had, nothing else could say so or try again.
addEventListener(
  'error',
  ({ target }) => {
    if (!(target instanceof HTMLScriptElement)) return;
    const words = document.createElement('p');
    words.textContent = navigator.language.startsWith('pt')
      ? 'O Mirante não pôde ser carregado. Ele tenta de novo sozinho.'
      : 'Mirante could not be loaded. It tries again by itself.';
    words.style.cssText = 'margin: 30vh 1em; font-size: 2em; text-align: center';
    document.getElementById('app')?.replaceChildren(words);
    setInterval(async () => {
      const reply = await fetch('/', { cache: 'no-cache' }).catch(() => null);
      if (reply?.ok) location.reload();
    }, 30_000);
  },
  true,
);
