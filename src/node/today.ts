/** Today in the machine's time zone, as stets write it. To ask for a language that writes so would load its customs: 40 ms. */
export function readToday(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}
