// A stand-in for TSiJUKEBOX's own interface. Its query string: `mirante` (where Mirante is), `theme` and `lang`.

const texts = {
  en: {
    playing: 'Now playing',
    pause: 'Pause',
    play: 'Play',
    skip: 'Skip',
    queue: 'Up next',
    sources: 'Sources',
    figures: 'The jukebox in figures',
    nobody: 'Figures are shown here when the address has ?mirante=http://…',
    songs: 'songs',
    otherLanguage: 'Português',
    light: 'Light',
    dark: 'Dark',
  },
  'pt-BR': {
    playing: 'Tocando agora',
    pause: 'Pausar',
    play: 'Tocar',
    skip: 'Pular',
    queue: 'A seguir',
    sources: 'Fontes',
    figures: 'O jukebox em números',
    nobody: 'Os números aparecem aqui quando o endereço tem ?mirante=http://…',
    songs: 'músicas',
    otherLanguage: 'English',
    light: 'Claro',
    dark: 'Escuro',
  },
};

/** Boards and panels of Mirante, with the frame's height in CSS pixels. */
const frames = [
  { path: 'business/songs-by-hour', title: 'Songs hour by hour', height: 320, wide: true },
  { path: 'business/songs-share', title: 'Share by source', height: 320, wide: false },
  { path: 'today', title: 'Today', height: 600, wide: 'all' },
];

const songs = [
  { title: 'Maré de Quinta', artist: 'Os Faróis', source: 'Spotify' },
  { title: 'Paper Lanterns', artist: 'Low Harbour', source: 'YouTube' },
  { title: 'Rua do Norte', artist: 'Clara Bento', source: 'Local' },
  { title: 'Second Sunrise', artist: 'The Ferrymen', source: 'Spotify' },
  { title: 'Chuva Fina', artist: 'Trio Alameda', source: 'Spotify' },
  { title: 'Kilometre Nine', artist: 'Astra Vale', source: 'YouTube' },
];
const library = { Spotify: 48_210, YouTube: 6127, Local: 1934 };

const query = new URLSearchParams(location.search);
const language = query.get('lang') === 'pt-BR' ? 'pt-BR' : 'en';
const theme = query.get('theme') === 'dark' ? 'dark' : 'light';
const text = texts[language];
const find = (id) => document.getElementById(id);

/** An element with these properties and children. */
function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** The same page with another choice. */
function choose(name, value) {
  const next = new URLSearchParams(query);
  next.set(name, value);
  location.search = next.toString();
}

/** Where Mirante is; null when the address does not say, or says something else than a web address. */
function miranteAddress() {
  const given = query.get('mirante') ?? '';
  if (!URL.canParse(given)) return null;
  const address = new URL(given);
  return ['http:', 'https:'].includes(address.protocol) ? address : null;
}

function frame(address, { path, title, height, wide }) {
  const src = new URL(`/embed/tsijukebox/${path}`, address);
  src.searchParams.set('theme', theme);
  src.searchParams.set('lang', language);
  return element('iframe', { src: src.href, title, height, className: wide === 'all' ? 'all' : wide ? 'wide' : '' });
}

function showSong() {
  const [playing, ...next] = songs;
  find('song').textContent = playing.title;
  find('artist').textContent = `${playing.artist} · ${playing.source}`;
  find('progress').value = 38;
  find('queue').replaceChildren(
    ...next.map(({ title, artist, source }) =>
      element(
        'li',
        {},
        element('b', { textContent: title }),
        element('span', { textContent: `${artist} · ${source}` }),
      ),
    ),
  );
}

document.documentElement.lang = language;
document.documentElement.dataset.theme = theme;
for (const place of document.querySelectorAll('[data-text]')) place.textContent = text[place.dataset.text];
find('language').textContent = text.otherLanguage;
find('theme').textContent = theme === 'dark' ? text.light : text.dark;
find('language').addEventListener('click', () => choose('lang', language === 'en' ? 'pt-BR' : 'en'));
find('theme').addEventListener('click', () => choose('theme', theme === 'dark' ? 'light' : 'dark'));
find('pause').addEventListener('click', ({ currentTarget }) => {
  const isPlaying = document.body.classList.toggle('paused');
  currentTarget.textContent = isPlaying ? text.play : text.pause;
});
find('skip').addEventListener('click', () => {
  songs.push(songs.shift());
  showSong();
});
find('sources').replaceChildren(
  ...Object.entries(library).map(([source, count]) =>
    element('li', {}, element('b', { textContent: source }), `${count.toLocaleString(language)} ${text.songs}`),
  ),
);
showSong();

const address = miranteAddress();
find('figures').append(
  ...(address ? frames.map((one) => frame(address, one)) : [element('p', { textContent: text.nobody })]),
);
