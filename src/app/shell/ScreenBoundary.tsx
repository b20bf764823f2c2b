import { Component, type ReactNode } from 'react';

export interface ScreenBoundaryProps {
  readonly children: ReactNode;
  /** What stands where a screen broke. */
  readonly fallback: ReactNode;
  readonly onBroken: (error: unknown) => void;
}

/** Keeps a mistake of ours in one screen from leaving a blank page. React has no function for this. */
export class ScreenBoundary extends Component<ScreenBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onBroken(error);
  }

  override render(): ReactNode {
    return this.state.isBroken ? this.props.fallback : this.props.children;
  }
}
