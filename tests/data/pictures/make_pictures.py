#!/usr/bin/python3
"""Makes the pictures beside it: kinds that OpenCV cannot write. Needs python3-pil and python3-numpy (made with Pillow 9.4.0).

All show the same 32 x 16 quarters: red, green / blue, yellow. Those with transparency have alpha 0, 255 / 128, 64 there.
"""
import pathlib, struct, zlib

import numpy as np
from PIL import Image

out = pathlib.Path(__file__).resolve().parent
colours = [[(200, 30, 40), (30, 180, 60)], [(40, 50, 220), (230, 220, 30)]]
alphas = [[0, 255], [128, 64]]

def spread(quarters):
    return np.array(quarters, np.uint8).repeat(8, axis=0).repeat(16, axis=1)

rgb = Image.fromarray(spread(colours))
rgba = Image.fromarray(np.dstack([spread(colours), spread(alphas)]))
grey = Image.fromarray(spread([[0, 90], [170, 255]]))
palette = rgb.quantize(4)
red = palette.getpixel((0, 0))

def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

def write_png(name, colour_type, bits, samples, *extra):
    """samples: [H, W, C] of big-endian samples."""
    height, width = samples.shape[:2]
    rows = b"".join(b"\0" + samples[y].tobytes() for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, bits, colour_type, 0, 0, 0)
    (out / name).write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + b"".join(extra) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))

def exif(orientation):
    return b"II*\0" + struct.pack("<IHHHIII", 8, 1, 274, 3, 1, orientation, 0)

wide = spread(alphas).astype(">u2") * 257
write_png("grey_alpha_16.png", 4, 16, np.dstack([np.asarray(grey).astype(">u2") * 257, wide]))
write_png("orientation_6.png", 2, 8, np.asarray(rgb), chunk(b"eXIf", exif(6)))
write_png("grey_key_16.png", 0, 16, np.asarray(grey).astype(">u2") * 257, chunk(b"tRNS", struct.pack(">H", 90 * 257)))
rgb.save(out / "progressive.jpg", quality=95, progressive=True)
grey.save(out / "grey.jpg", quality=95)
rgb.convert("CMYK").save(out / "cmyk_adobe.jpg", quality=95, subsampling=0)
marked = (out / "cmyk_adobe.jpg").read_bytes()
mark = marked.index(b"\xff\xee\x00\x0eAdobe")
(out / "cmyk_unmarked.jpg").write_bytes(marked[:mark] + marked[mark + 16:])
palette.save(out / "palette.png")
palette.save(out / "palette_key.png", transparency=red)
palette.save(out / "palette_alpha.png", transparency=bytes({(200, 30, 40): 0, (30, 180, 60): 255, (40, 50, 220): 128, (230, 220, 30): 64}[tuple(palette.getpalette()[3 * i:3 * i + 3])] for i in range(4)))
rgb.save(out / "rgb_key.png", transparency=(200, 30, 40))
grey.save(out / "grey_key.png", transparency=90)
grey.convert("1", dither=Image.Dither.NONE).save(out / "one_bit.png")
Image.merge("LA", (grey, rgba.getchannel("A"))).save(out / "grey_alpha.png")
rgba.save(out / "rgba.png")
rgba.save(out / "rgba.tif")
rgb.save(out / "lzw.tif", compression="tiff_lzw")
rgb.convert("CMYK").save(out / "cmyk.tif")
grey.convert("F").save(out / "float.tif")
palette.save(out / "palette.bmp")
rgba.save(out / "rgba.bmp")
rgba.save(out / "rgba.webp", lossless=True, exact=True)
rgb.save(out / "orientation_6.webp", lossless=True, exif=b"Exif\0\0" + exif(6))
rgb.save(out / "animated.webp", save_all=True, append_images=[rgb.transpose(Image.Transpose.ROTATE_180)], duration=100)
