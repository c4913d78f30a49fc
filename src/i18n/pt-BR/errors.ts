import type { Messages } from '../messages.ts';

export const errors: Messages['errors'] = {
  network: {
    title: 'Não foi possível alcançar o Prometheus',
    advice: (where) =>
      `Nenhuma resposta veio${of(where)}. Verifique se ele está em execução, se o endereço está certo e se nada no caminho o bloqueia.`,
  },
  timeout: {
    title: 'O Prometheus não respondeu a tempo',
    advice: (where) =>
      `A requisição${to(where)} demorou demais. Escolha um intervalo menor ou uma consulta mais leve; se todas forem lentas, verifique a carga do servidor.`,
  },
  aborted: {
    title: 'A requisição foi abandonada',
    advice: 'Ninguém mais esperava pela resposta. Se precisar dela, consulte de novo.',
  },
  unauthorized: {
    title: 'O Prometheus pede senha ou token',
    advice: (where) =>
      `O servidor${at(where)} não aceita as credenciais, ou não recebeu nenhuma. Quem opera o Mirante as define junto com a fonte de dados.`,
  },
  'bad-data': {
    title: 'O Prometheus não entende a consulta',
    advice: 'Corrija a expressão ou os parâmetros; o texto do servidor indica o lugar.',
  },
  execution: {
    title: 'O Prometheus não conseguiu avaliar a consulta',
    advice:
      'Altere a consulta: o texto do servidor diz o motivo. Muitas vezes os dois lados de um operador não correspondem um a um.',
  },
  unavailable: {
    title: 'O Prometheus ainda não está pronto',
    advice: (where) =>
      `O servidor${at(where)} está em execução, mas não responde a consultas agora, como durante a inicialização. Ele será consultado de novo na próxima atualização.`,
  },
  'too-many-requests': {
    title: 'Consultas demais ao Prometheus',
    advice:
      'O servidor limita quanto pode ser consultado. Espere um pouco, atualize com menos frequência ou mostre menos painéis.',
  },
  'not-prometheus': {
    title: 'Isto não é um Prometheus',
    advice: (where) =>
      `Quem responde${at(where)} é outra coisa, como uma página, um login ou outro serviço. Verifique o endereço: é aquele em que /api/v1/query responde.`,
  },
  malformed: {
    title: 'Não foi possível ler a resposta',
    advice: (where, path) =>
      `O servidor${at(where)} respondeu com JSON cortado ou de forma diferente da API do Prometheus${path === '' ? '' : `, em ${path}`}. Verifique se o servidor é compatível com o Prometheus e se nada no caminho altera as respostas.`,
  },
  http: {
    title: (status) => `O servidor respondeu com HTTP ${status}`,
    advice: (where) =>
      `A requisição${to(where)} falhou do lado do servidor. O log dele, ou o de um proxy à frente, diz mais.`,
    missingAdvice: (where) =>
      `O servidor não tem nada${at(where)}. Pode ser antigo demais, ou compatível com o Prometheus sem oferecer esta parte.`,
  },
  interpolation: {
    title: (variable) => `A variável $${variable} não pode ser usada aqui`,
    unknown: 'Não há variável com este nome. Corrija o nome na expressão ou acrescente a variável ao dashboard.',
    empty: 'Ela não tem valor. Escolha um acima.',
    several: 'Aqui só cabe um valor. Escolha um, ou escreva o seletor com =~.',
    unsafe: 'Fora de aspas só cabe um nome, um número ou uma duração. Escolha outro valor.',
    format: 'Ela está escrita com um formato que não existe. Os formatos são regex e raw.',
  },
  unknown: {
    title: 'Algo inesperado deu errado',
    advice: 'Isto é uma falha do Mirante. Tente de novo; se voltar a acontecer, relate-a com o texto abaixo.',
  },
};

function of(where: string): string {
  return where === '' ? '' : ` de ${where}`;
}

function to(where: string): string {
  return where === '' ? '' : ` a ${where}`;
}

function at(where: string): string {
  return where === '' ? '' : ` em ${where}`;
}
