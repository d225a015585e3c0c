import { useEffect, useRef, type ReactNode } from 'react';

/**
 * The heading of a page with its buttons at the right. When the button that led here is gone with its page, the
 * heading takes the focus, so that Tab goes on from here and a reader by ear hears where they are.
 */
export function PageHead(props: { title: string; under?: ReactNode; children?: ReactNode }): ReactNode {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className="page-head">
      <div className="page-head-words">
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        {props.under === undefined ? null : <div className="page-under">{props.under}</div>}
      </div>
      {props.children === undefined ? null : <div className="page-head-ways">{props.children}</div>}
    </header>
  );
}
