import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/** The width of an element, followed as it changes: a chart is drawn in pixels, so that its text keeps its size. */
export function useWidth<E extends Element>(initial: number): readonly [RefObject<E | null>, number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(initial);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null) return;
    setWidth(watched.clientWidth);
    const observer = new ResizeObserver(() => setWidth(watched.clientWidth));
    observer.observe(watched);
    return () => observer.disconnect();
  }, []);
  return [element, Math.max(1, width)];
}
