import { Component, type ReactNode } from 'react';
import { FaultNotice } from '../components/fault-notice.tsx';

/** Shows a fault of a page in its place; the header stays. */
export class CatchFaults extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    // A page that could not be loaded is loaded with the whole application.
    return error ? <FaultNotice error={error} retry={() => window.location.reload()} /> : this.props.children;
  }
}
