/** A setting is wrong, and Mirante does not start. The message names the setting and never repeats its value. */
export class SettingError extends Error {
  constructor(setting: string, message: string) {
    super(`${setting}: ${message}`);
    this.name = 'SettingError';
  }
}
