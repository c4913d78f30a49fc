import { Component, type ReactNode } from 'react';

interface Props {
  /** The boundary tries again when this changes: new data heals a panel. */
  readonly resetKey: unknown;
  readonly fallback: (error: unknown) => ReactNode;
  readonly children: ReactNode;
}

interface State {
  readonly error: unknown;
  readonly failedKey: unknown;
}

/** Keeps a crash inside its panel. */
export class PanelErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, failedKey: null };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: State): Partial<State> | null {
    if (state.error !== null && state.failedKey === null) return { failedKey: props.resetKey };
    if (state.error !== null && state.failedKey !== props.resetKey) return { error: null, failedKey: null };
    return null;
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : this.props.fallback(this.state.error);
  }
}
