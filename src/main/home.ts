/** District of the house where nothing else is set: that of the demonstration, 长宁区. */
export const HOME_DISTRICT = '310105'
