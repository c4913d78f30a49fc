import type { inspector as english } from '../../en/board/inspector.ts';
import type { Widen } from '../../messages.ts';

export const inspector: Widen<typeof english> = {
  title: (panel) => `Inspecionar ${panel}`,
  close: 'Fechar',
  query: 'Consulta',
  asWritten: 'Como escrita',
  asAsked: 'Como enviada',
  plan: 'Plano',
  kind: { instant: 'um ponto', range: 'período' },
  from: 'De',
  to: 'Até',
  step: 'Passo',
  timing: 'Tempo',
  took: (ms) => `respondida em ${ms} ms`,
  series: (series, samples) => `${series} séries, ${samples} amostras`,
  age: (age, time) => `Esta resposta é de ${age} atrás: chegou às ${time}.`,
  warnings: 'Avisos do servidor: a resposta pode estar incompleta',
  remarks: 'Observações do servidor sobre a consulta',
  samples: 'Amostras',
  raw: 'Resposta bruta',
  loadRaw: 'Perguntar ao servidor',
  copy: 'Copiar',
  copied: 'Copiado',
  unanswered: 'Ainda sem resposta',
  rows: (shown, all) => `primeiras ${shown} de ${all} linhas; o CSV tem todas`,
};
