// What Mirante is built of, and nothing more: React draws uPlot charts of what is asked.
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import uPlot, { type AlignedData } from 'uplot';
import { columnsOf } from '../shared/columns.ts';
import { plotOptions } from '../shared/plot.ts';
import { ask, onRefresh, readWork, spanOf } from '../shared/work.ts';

const work = readWork();

function Chart({ data }: { readonly data: AlignedData }) {
  const place = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot>(null);
  useEffect(() => {
    if (plot.current !== null) plot.current.setData(data);
    else if (place.current !== null) plot.current = new uPlot(plotOptions(work, data.length - 1), data, place.current);
  }, [data]);
  return <div ref={place} />;
}

function Panel({ expr, tick }: { readonly expr: string; readonly tick: number }) {
  const [data, setData] = useState<AlignedData | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew at each tick
  useEffect(() => {
    ask(expr, spanOf(work), work.step).then((series) => setData(columnsOf(series)));
  }, [expr, tick]);
  return (
    <section data-panel-id={expr} data-state={data === null ? 'loading' : 'ready'}>
      {data !== null && <Chart data={data} />}
    </section>
  );
}

function App() {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    onRefresh(() => setTick((last) => last + 1));
    document.documentElement.dataset.app = 'ready';
  }, []);
  return (
    <div style={{ display: 'grid', gridTemplateColumns: `repeat(${work.columns}, max-content)` }}>
      {work.exprs.map((expr) => (
        <Panel key={expr} expr={expr} tick={tick} />
      ))}
    </div>
  );
}

createRoot(document.body).render(<App />);
