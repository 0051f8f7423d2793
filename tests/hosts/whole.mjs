export const whole = [];
