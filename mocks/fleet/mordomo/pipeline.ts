import type { Families } from '../families.ts';
import { constant, during, inside, plus, rhythm, type Signal, times } from '../signal.ts';
import type { MetricFamily } from '../types.ts';
import type { Context } from './context.ts';
import type { Demand } from './demand.ts';

/** What a service of the pipeline tells of its own work. */
export type PipelineMetrics = (families: Families, context: Context, demand: Demand) => MetricFamily[];

/** Limits in seconds. Those of Whisper and of whole conversations have an edge at the 3 s that an alert asks about. */
const speechBounds = [0.1, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 5, 7.5, 10, 15];
const synthesisBounds = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2.5, 5];

/** While Whisper is slow, seven of ten transcriptions take it several seconds, and what waits for them too. */
const slowShare = 0.7;

/** Two of a thousand are a long dictation, on any day. */
const dictations = 0.002;

/** Parts a rate into what is done as usual and what takes long. */
function slowed(context: Context, rate: Signal): { readonly usual: Signal; readonly slow: Signal } {
  const windows = context.incident('whisperSlow');
  const ordinary = times(rate, 1 - dictations);
  return {
    usual: during(ordinary, windows, 1 - slowShare),
    slow: plus(times(rate, dictations), inside(windows, times(ordinary, slowShare))),
  };
}

export const conversationMetrics: PipelineMetrics = (families, context, { conversations, successes }) => {
  const { usual, slow } = slowed(context, conversations);
  return [
    families.counter('conversations_total', 'Conversations that were begun.', [{ rate: conversations, pace: 'talk' }]),
    families.counter('conversations_success_total', 'Conversations that ended with what was asked for.', [
      { rate: successes, pace: 'talk' },
    ]),
    families.histogram(
      'conversation_latency_seconds',
      'From the end of what was said to the beginning of the answer.',
      speechBounds,
      [
        {
          labels: {},
          pace: 'talk',
          parts: [
            { rate: usual, latency: { median: 2.1, spread: 0.35 } },
            { rate: slow, latency: { median: 5.6, spread: 0.3 } },
          ],
        },
      ],
    ),
  ];
};

export const wakeWordMetrics: PipelineMetrics = (families, _context, { wakeWords }) => [
  families.counter('wake_word_detected_total', 'Times the wake word was heard.', [{ rate: wakeWords }]),
];

export const verificationMetrics: PipelineMetrics = (families, _context, { verifications, verified }) => [
  families.counter('speaker_verification_attempts_total', 'Voices that were checked.', [
    { rate: verifications, pace: 'voices' },
  ]),
  families.counter('speaker_verification_success_total', 'Voices that were recognised.', [
    { rate: verified, pace: 'voices' },
  ]),
];

export const whisperMetrics: PipelineMetrics = (families, context, { conversations }) => {
  const { usual, slow } = slowed(context, times(conversations, 1.3));
  const wordErrors = rhythm({ seed: `${context.seed} word errors`, mean: 0.081, daily: 0.1, waver: 0.15 });
  return [
    families.histogram('whisper_transcription_duration_seconds', 'Time to transcribe what was said.', speechBounds, [
      {
        labels: {},
        pace: 'speech',
        parts: [
          { rate: usual, latency: { median: 0.8, spread: 0.4 } },
          { rate: slow, latency: { median: 3.9, spread: 0.3 } },
        ],
      },
    ]),
    families.gauge('whisper_word_error_rate', 'Share of words that were transcribed wrongly, 0 to 1.', [
      { level: during(wordErrors, context.incident('whisperSlow'), 1.6) },
    ]),
  ];
};

export const brainMetrics: PipelineMetrics = (families, _context, { conversations }) => [
  families.counter('brain_tokens_used_total', 'Tokens of the language model, read and written.', [
    { rate: times(conversations, 640) },
  ]),
];

export const speechMetrics: PipelineMetrics = (families, _context, { successes }) => [
  families.histogram('tts_synthesis_duration_seconds', 'Time to speak an answer.', synthesisBounds, [
    {
      labels: {},
      pace: 'answers',
      parts: [
        { rate: successes, latency: { median: 0.34, spread: 0.4 } },
        { rate: constant(0.001), latency: { median: 1.9, spread: 0.3 } },
      ],
    },
  ]),
];
