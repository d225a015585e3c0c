import { ApiEmitter } from '../refuse-missing.ts';

/** Electron's `powerMonitor`. A spec sends the machine to sleep by `powerMonitor.emit('suspend')`, as with the real one. */
class PowerMonitor extends ApiEmitter {
  readonly onBatteryPower = false;

  isOnBatteryPower(): boolean {
    return this.onBatteryPower;
  }

  getSystemIdleTime(): number {
    return 0;
  }

  getSystemIdleState(): string {
    return 'active';
  }
}

/** Electron's `powerMonitor`. */
export const powerMonitor: PowerMonitor = new PowerMonitor();
