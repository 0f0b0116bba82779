namespace MathSymbols.Data;

/// <summary>What an image file is, by its content.</summary>
/// <param name="Format">The format's name: "PNG", "JPEG", "GIF", "BMP", "WebP".</param>
/// <param name="Width">Width in pixels, upright.</param>
/// <param name="Height">Height in pixels, upright.</param>
/// <param name="Turned">Whether EXIF says that it is stored in another way than upright.</param>
/// <param name="Bytes">The file's length.</param>
public sealed record ImageFacts(string Format, int Width, int Height, bool Turned, long Bytes);
