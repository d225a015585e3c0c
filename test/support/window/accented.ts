const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const marked = Array.from('áƀçđéƒǧĥíĵķľɱñóþɋřšţúʋŵẋýžÁƁÇĐÉƑǦĤÍĴĶĽṀÑÓÞɊŘŠŢÚƲŴẊÝŽ');

/** `Sync` is `Šýñç`: letter for letter, so that a part of a sentence is still a part of it. */
export const accented = (text: string): string =>
  Array.from(text, (letter) => marked[plain.indexOf(letter)] ?? letter).join('');
