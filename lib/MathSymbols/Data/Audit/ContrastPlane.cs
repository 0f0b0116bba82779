namespace MathSymbols.Data.Audit;

/// <summary>How far each pixel of an image is from its paper: what is drawn, whatever the paper's and the pen's colour.</summary>
internal sealed class ContrastPlane
{
    // Grey levels that tell the faintest drawing from a JPEG's noise around it.
    private const int Faintest = 16;

    /// <summary>Wraps values that the caller no longer changes.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="values">Shape [height, width], 0 (paper) to 255.</param>
    public ContrastPlane(int width, int height, float[] values) => (Width, Height, Values) = (width, height, values);

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>Shape [H, W], 0 (paper) to 255.</summary>
    public float[] Values { get; }

    /// <summary>The contrast of an image, made smaller first where it is very large. Its paper is the median of its grey levels.</summary>
    public static ContrastPlane Of(RgbaImage image)
    {
        var grey = GreyPlane.Of(image);
        var paper = grey.Median();
        var values = new float[grey.Values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var contrast = Math.Abs(grey.Values[i] - paper);
            values[i] = contrast < Faintest ? 0 : contrast;
        }

        return new(grey.Width, grey.Height, values);
    }

    /// <summary>The same drawing at another size: each pixel the mean over what it covers, in part or whole.</summary>
    /// <param name="width">At least 1.</param>
    /// <param name="height">At least 1.</param>
    public ContrastPlane Resize(int width, int height)
    {
        if (width == Width && height == Height) return this;
        var rows = new float[width * Height];
        for (var y = 0; y < Height; y++) AreaMean.Scale(Values.AsSpan(y * Width), 1, Width, rows.AsSpan(y * width), 1, width);
        var result = new float[width * height];
        for (var x = 0; x < width; x++) AreaMean.Scale(rows.AsSpan(x), width, Height, result.AsSpan(x), width, height);
        return new(width, height, result);
    }

    /// <summary>Smoothed by the kernel (1 2 1)/4 both ways: what another scaling or half a pixel's shift does to edges counts less.</summary>
    public ContrastPlane Smooth()
    {
        var rows = new float[Values.Length];
        var result = new float[Values.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            var x = i % Width;
            rows[i] = (2 * Values[i] + (x > 0 ? Values[i - 1] : 0) + (x < Width - 1 ? Values[i + 1] : 0)) / 4;
        }

        for (var i = 0; i < result.Length; i++)
            result[i] = (2 * rows[i] + (i >= Width ? rows[i - Width] : 0) + (i < result.Length - Width ? rows[i + Width] : 0)) / 4;
        return new(Width, Height, result);
    }
}
