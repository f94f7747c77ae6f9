/** What cannot be drawn says so in its own place, and takes nothing else of the window with it. */
import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useStrings } from '../strings/strings.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

interface BoundaryProps {
  readonly children: ReactNode;
  /** For what lies over the view, and is gone when it cannot be drawn. */
  readonly onFailure?: (error: unknown) => void;
}

interface BoundaryState {
  readonly failure: { readonly error: unknown } | null;
}

export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failure: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { failure: { error } };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onFailure?.(error);
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    if (this.props.onFailure) return null;
    return <Failure error={failure.error} onRetry={() => this.setState({ failure: null })} />;
  }
}

function Failure({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const { common } = useStrings();
  const reason = error instanceof Error ? error.message : String(error);
  return (
    <EmptyState icon={<TriangleAlert />} title={common.notShown} hint={reason} isFailure>
      <Button onClick={onRetry}>{common.retry}</Button>
    </EmptyState>
  );
}
