import type { ThemeConfig } from 'antd';

const quiet = '#595959';

/** Colours of enough contrast for small text (WCAG AA), and fonts that every system has. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b57a4',
    colorLink: '#0b57a4',
    colorError: '#b42318',
    colorTextSecondary: quiet,
    colorTextTertiary: quiet,
    colorTextDescription: quiet,
    colorTextPlaceholder: '#6b6b6b',
    borderRadius: 6,
    fontFamily: 'inherit',
    motion: false,
  },
};
