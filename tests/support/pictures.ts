import sharp from 'sharp'

/** A photo as a phone takes it: with the place where it was taken. */
export function aPicture({ width = 600, height = 400 } = {}): Promise<Buffer> {
  const background = { r: 200, g: 120, b: 60 }
  return sharp({ create: { width, height, channels: 3, background } })
    .withExif({
      IFD0: { Make: 'Phone', Model: 'P40' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 0/1' },
    })
    .jpeg()
    .toBuffer()
}
