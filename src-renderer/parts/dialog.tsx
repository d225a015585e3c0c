import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';

/**
 * The system's own modal dialog: it keeps the focus inside, closes by Escape, and gives the focus back. It is there
 * as long as it is drawn; `onClose` should stop drawing it.
 */
export function Dialog(props: {
  title: string;
  /** Looks other than those of a small dialog in the middle. */
  className?: string;
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  const { title, className = 'dialog', onClose, children } = props;
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    // Closing, unlike removing, returns the focus to where it was.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={className}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={titleId}>{title}</h2>
      {children}
    </dialog>
  );
}
