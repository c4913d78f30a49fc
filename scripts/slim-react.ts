import type { Plugin } from 'vite';

/**
 * Functions of react-dom that run only where a page uses what nothing here does, by what that is. Their code is reached from what
 * every page runs (one switch over all kinds of components), so it is beyond a bundler's reach. What only they call goes with them.
 */
const unused = {
  'hydration: pages are drawn by the browser alone': [
    'ReactDOMHydrationRoot',
    'prepareToHydrateHostInstance',
    'throwOnHydrationMismatch',
    'mountHostRootWithoutHydrating',
    'updateDehydratedSuspenseComponent',
    'retryDehydratedSuspenseBoundary',
    'clearHydrationBoundary',
    'hideOrUnhideDehydratedBoundary',
    'getNextHydratable',
    'getParentHydrationBoundary',
    'getBumpedLaneForHydrationByLane',
    'attemptExplicitHydrationTarget',
    'attemptContinuousHydration',
    'attemptHydrationAtCurrentPriority',
    'accumulateOrCreateContinuousQueuedReplayableEvent',
    'attemptReplayContinuousQueuedEvent',
    'replayUnblockedEvents',
    'scheduleReplayQueueIfNeeded',
  ],
  '<ViewTransition>': [
    'startViewTransition',
    'scheduleViewTransitionEvent',
    'createViewTransitionInstance',
    'commitAppearingPairViewTransitions',
    'commitEnterViewTransitions',
    'commitDeletedPairViewTransitions',
    'applyViewTransitionToHostInstancesRecursive',
    'restoreViewTransitionOnHostInstances',
    'measureViewTransitionHostInstancesRecursive',
    'measureNestedViewTransitions',
  ],
  'a ref of a <Fragment>': ['FragmentInstance', 'commitNewChildToFragmentInstance', 'deleteChildFromFragmentInstance'],
  '<Activity>': ['updateActivityComponent', 'commitActivityHydrationCallbacks'],
  '<SuspenseList>': ['updateSuspenseListComponent', 'initSuspenseListRenderState'],
  useActionState: ['mountActionState', 'updateActionStateImpl', 'rerenderActionState', 'dispatchActionState'],
  '<link>, <style> and <script>, and what asks for them ahead of time': [
    'acquireResource',
    'preloadResourceAndSuspendIfNeeded',
    'suspendResource',
    'insertStylesheetIntoRoot',
    'preconnectAs',
    'preload',
    'preloadModule',
    'preinitStyle',
    'preinitScript',
    'preinitModuleScript',
  ],
  '<html>, <head> and <body>': [
    'commitHostSingletonAcquisition',
    'resolveSingletonInstance',
    'releaseSingletonInstance',
  ],
  'custom elements': ['setPropOnCustomElement'],
} as const;

/** Variables that are false from the beginning and only set by what is left out: as constants they show the bundler what is never run. */
const neverSet = ['isHydrating', 'shouldStartViewTransition'] as const;

/** Says what is missing where it is reached all the same. */
const leftOut = `
function leftOut() {
  throw Error('This build has only what it uses of react-dom: see scripts/slim-react.ts');
}
`;

/** Puts `instead` and as many lines in the place of all that match, so that the rest stays where it was; throws where none does. */
function replaced(code: string, what: RegExp, instead: (head: string) => string): string {
  if (code.search(what) < 0) throw new Error(`react-dom has no "${what.source}" any more: see scripts/slim-react.ts`);
  return code.replace(what, (all, head: string) => {
    const short = instead(head);
    return short + '\n'.repeat(breaks(all) - breaks(short));
  });
}

const breaks = (text: string) => text.split('\n').length - 1;

/** A function of the module's own level, and its beginning: it ends with the first brace that begins a line. */
const functionOf = (name: string) => new RegExp(`^(function ${name}\\([^{]*)\\{.*?^\\}$`, 'ms');

/** react-dom's module without what `unused` lists. Throws when an update has written that otherwise. */
export function withoutUnused(code: string): string {
  const names = Object.values(unused).flat();
  let rest = names.reduce((text, name) => replaced(text, functionOf(name), (head) => `${head}{ leftOut(); }`), code);
  rest = replaced(rest, /^(FragmentInstance\.prototype)\.\w+ = function.*?^\};$/gms, () => '');
  rest = replaced(rest, functionOf('popHydrationState'), (head) => `${head}{ return false; }`);
  for (const name of neverSet) {
    rest = replaced(rest, new RegExp(`\\b${name} = (!0)\\b`, 'g'), (value) => value);
    rest = replaced(rest, new RegExp(`\\b${name} = (!1);`, 'g'), () => '');
  }
  return rest + leftOut;
}

/** Leaves out of a build what react-dom brings for pages that are made otherwise: a tenth of a board. */
export function slimReact(): Plugin {
  return {
    name: 'mirante:slim-react',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]react-dom-client\.production\.js$/ },
      handler: (code) => ({ code: withoutUnused(code), map: null }),
    },
  };
}
