import type { otherJobs as english } from '../../en/pages/otherJobs.ts';
import type { Widen } from '../../messages.ts';

export const otherJobs: Widen<typeof english> = {
  title: 'Outros jobs',
  detail: 'Nenhum pacote os descreve. Seus dashboards são feitos do que eles medem.',
  more: (count) => (count === 1 ? 'mais 1 job' : `mais ${count} jobs`),
  tones: {
    ok: 'todos os alvos no ar',
    critical: 'há alvos fora do ar',
    neutral: 'não se sabe se todos os alvos estão no ar',
  },
};
