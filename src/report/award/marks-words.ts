/** Marks in hundredths as people write them: whole where they are whole, else with two decimals. */
export function marksWords(hundredths: number): string {
  return hundredths % 100 === 0 ? String(hundredths / 100) : (hundredths / 100).toFixed(2);
}
