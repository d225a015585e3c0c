import { Notification } from 'electron';
import type { Notice } from '../app/notices.ts';

/** Those on the screen: without a reference one may be collected, and its click with it. */
const shown = new Set<Notification>();

/** Shows a notification where the system has them. */
export function showNotice(notice: Notice, onClick: (notice: Notice) => void): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title: notice.title, body: notice.body });
  shown.add(notification);
  notification.on('click', () => onClick(notice));
  notification.on('close', () => shown.delete(notification));
  notification.show();
}
