"use client";

import { type CSSVariablesResolver, createTheme, defaultVariantColorsResolver } from "@mantine/core";

/** Paper and ink; the one accent is a deep teal. Pages set no colour and no font size by hand. */
export const theme = createTheme({
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 3 },
  // Mantine judges the contrast of the light accent only; the dark accent is light and wants ink.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input);
    const accent = input.variant === "filled" && (!input.color || input.color === "teal");
    return accent ? { ...colors, color: "var(--candor-on-accent)" } : colors;
  },
  defaultRadius: 8,
  cursorType: "pointer",
  respectReducedMotion: true,
  fontFamily: '"Source Sans 3", system-ui, sans-serif',
  headings: { fontFamily: '"Source Sans 3", system-ui, sans-serif', fontWeight: "600" },
  colors: {
    teal: [
      "#EEF5F4",
      "#D5E8E6",
      "#A9D3CE",
      "#7CC4BD",
      "#4FA39C",
      "#2E827D",
      "#196A68",
      "#0E5A5A",
      "#0A4848",
      "#063636",
    ],
    brick: [
      "#FBEFEC",
      "#F5D9D3",
      "#F0BDB2",
      "#F0A79B",
      "#D9705F",
      "#BE4A38",
      "#A93A2A",
      "#96301F",
      "#7D2719",
      "#5F1C11",
    ],
    amber: [
      "#FCF4E4",
      "#F8E6C3",
      "#F2D294",
      "#EABF6B",
      "#D29B33",
      "#B07A14",
      "#8F610B",
      "#744E07",
      "#5C3D05",
      "#432C03",
    ],
    dark: [
      "#E8E6E1",
      "#C9C9C4",
      "#A8ADA9",
      "#7E8684",
      "#4A5252",
      "#363D3E",
      "#262B2C",
      "#1C2021",
      "#16191A",
      "#101213",
    ],
  },
  components: {
    Button: { defaultProps: { size: "md" } },
    TextInput: { defaultProps: { size: "md" } },
    Select: { defaultProps: { size: "md" } },
    NativeSelect: { defaultProps: { size: "md" } },
    MultiSelect: { defaultProps: { size: "md" } },
    Checkbox: { defaultProps: { size: "md" } },
    CheckboxGroup: { defaultProps: { size: "md" } },
    Radio: { defaultProps: { size: "md" } },
    RadioGroup: { defaultProps: { size: "md" } },
    Textarea: { defaultProps: { size: "md" } },
    // It is pressed, so it has the height of a button.
    FileInput: { defaultProps: { size: "md" }, styles: { input: { minHeight: 44 } } },
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: { "--candor-reading": '"Source Serif 4", Georgia, serif' },
  light: {
    "--mantine-color-body": "#FBFAF7",
    "--mantine-color-text": "#1F2A2E",
    "--mantine-color-dimmed": "#566165",
    "--mantine-color-placeholder": "#6A7478",
    "--mantine-color-anchor": "#0E5A5A",
    "--mantine-color-error": "#96301F",
    "--mantine-color-default-border": "#8B9594",
    "--candor-on-accent": "#FFFFFF",
    "--candor-line": "#DDD9CF",
    "--candor-sheet": "#FFFFFF",
    "--candor-tint": "#F1EEE7",
  },
  dark: {
    "--mantine-color-body": "#16191A",
    "--mantine-color-text": "#E8E6E1",
    "--mantine-color-dimmed": "#A8ADA9",
    "--mantine-color-placeholder": "#9AA19E",
    "--mantine-color-anchor": "#7CC4BD",
    "--mantine-color-error": "#F0A79B",
    "--mantine-color-default-border": "#6B7472",
    "--candor-on-accent": "#16191A",
    "--candor-line": "#363D3E",
    "--candor-sheet": "#1C2021",
    "--candor-tint": "#22282A",
  },
});
