namespace MathSymbols.Models.Winograd;

/// <summary>Some tiles of a job: their factors, the 36 products, their outputs. Runs on one thread; jobs give blocks to several.</summary>
internal static unsafe class WinogradBlock<T>
    where T : unmanaged, IFloatVector<T>
{
    public static void Run(WinogradJob job, int first, int tiles)
    {
        // Whole groups of rows: the last may hold some that nobody reads.
        var rows = (tiles + RowKernel<T>.Rows - 1) / RowKernel<T>.Rows * RowKernel<T>.Rows;
        using var factors = new NativeBuffer(TileTransform.Products * rows * job.In);
        using var products = new NativeBuffer(TileTransform.Products * rows * job.Out);
        Gather(job, first, tiles, factors.Floats, (nint)rows * job.In);
        Multiply(job, factors.Floats, products.Floats, rows);
        Scatter(job, first, tiles, products.Floats, (nint)rows * job.Out);
    }

    private static void Multiply(WinogradJob job, float* factors, float* products, int rows)
    {
        var columns = RowKernel<T>.Columns;
        var kernels = FloatData.Of(job.Factors);
        for (var product = 0; product < TileTransform.Products; product++)
        {
            for (var column = 0; column < job.Out; column += columns)
            {
                for (var row = 0; row < rows; row += RowKernel<T>.Rows)
                    RowKernel<T>.Run(factors + ((nint)row * job.In), kernels, job.In, products + ((nint)row * job.Out) + column, job.Out);
                kernels += job.In * columns;
            }

            factors += (nint)rows * job.In;
            products += (nint)rows * job.Out;
        }
    }

    private static void Gather(WinogradJob job, int first, int tiles, float* factors, nint stride)
    {
        var images = FloatData.Of(job.Images);
        var rows = stackalloc T[TileTransform.Products];
        using var patch = new NativeBuffer(TileTransform.Products * job.In);
        var (row, image) = ((nint)job.Width * job.In, (nint)job.Height * job.Width * job.In);
        for (var tile = 0; tile < tiles; tile++)
        {
            var (n, y, x) = job.Grid[first + tile];
            var (top, left) = (y - job.Padding, x - job.Padding);
            var source = images + (n * image) + (top * row) + ((nint)left * job.In);
            var rowStride = row;
            if (top < 0 || left < 0 || top + TileTransform.Inputs > job.Height || left + TileTransform.Inputs > job.Width)
            {
                CopyPatch(job, images + (n * image), top, left, patch.Floats);
                source = patch.Floats;
                rowStride = TileTransform.Inputs * job.In;
            }

            var target = factors + ((nint)tile * job.In);
            for (var channel = 0; channel < job.In; channel += T.Count) TileTransform.Input(source + channel, rowStride, job.In, target + channel, stride, rows);
        }
    }

    // A tile at the border, with zeros where there is no image.
    private static void CopyPatch(WinogradJob job, float* image, int top, int left, float* patch)
    {
        for (var y = 0; y < TileTransform.Inputs; y++)
        {
            for (var x = 0; x < TileTransform.Inputs; x++)
            {
                var target = new Span<float>(patch + (((nint)y * TileTransform.Inputs) + x) * job.In, job.In);
                var (row, column) = (top + y, left + x);
                if (row < 0 || column < 0 || row >= job.Height || column >= job.Width) target.Clear();
                else new ReadOnlySpan<float>(image + ((((nint)row * job.Width) + column) * job.In), job.In).CopyTo(target);
            }
        }
    }

    private static void Scatter(WinogradJob job, int first, int tiles, float* products, nint stride)
    {
        var outputs = FloatData.Of(job.Outputs);
        var bias = FloatData.Of(job.Bias);
        var tileOutputs = stackalloc T[TileTransform.Outputs * TileTransform.Outputs];
        var rows = stackalloc T[TileTransform.Outputs * TileTransform.Inputs];
        for (var tile = 0; tile < tiles; tile++)
        {
            var (n, y, x) = job.Grid[first + tile];
            for (var channel = 0; channel < job.Out; channel += T.Count)
            {
                TileTransform.Output(products + ((nint)tile * job.Out) + channel, stride, T.Load(bias + channel), tileOutputs, rows);
                if (job.Pool) StorePooled(job, outputs + channel, n, y / 2, x / 2, tileOutputs);
                else Store(job, outputs + channel, n, y, x, tileOutputs);
            }
        }
    }

    private static void Store(WinogradJob job, float* outputs, int n, int y, int x, T* tile)
    {
        var (height, width) = (Math.Min(TileTransform.Outputs, job.Grid.Height - y), Math.Min(TileTransform.Outputs, job.Grid.Width - x));
        for (var row = 0; row < height; row++)
        {
            var to = outputs + (((((nint)n * job.Grid.Height) + y + row) * job.Grid.Width) + x) * job.Out;
            for (var column = 0; column < width; column++) tile[(row * TileTransform.Outputs) + column].Store(to + ((nint)column * job.Out));
        }
    }

    private static void StorePooled(WinogradJob job, float* outputs, int n, int y, int x, T* tile)
    {
        var (height, width) = (job.Grid.Height / 2, job.Grid.Width / 2);
        for (var row = 0; row < Math.Min(2, height - y); row++)
        {
            for (var column = 0; column < Math.Min(2, width - x); column++)
            {
                var from = tile + (row * 2 * TileTransform.Outputs) + (column * 2);
                var largest = T.Max(T.Max(from[0], from[1]), T.Max(from[TileTransform.Outputs], from[TileTransform.Outputs + 1]));
                largest.Store(outputs + (((((nint)n * height) + y + row) * width) + x + column) * job.Out);
            }
        }
    }
}
