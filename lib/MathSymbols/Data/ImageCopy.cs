using MathSymbols.Storage;

namespace MathSymbols.Data;

/// <summary>Copies image files as they are, whether or not they can be decoded: at most as many bytes as a file has when it is opened.</summary>
internal static class ImageCopy
{
    private const int BufferBytes = 1 << 17;

    /// <summary>How long an image is.</summary>
    /// <param name="images">The folder.</param>
    /// <param name="file">One of its images.</param>
    /// <exception cref="ImageDecodeException">It cannot be read, is empty or over the limit, or has a name that no list can keep.</exception>
    public static long Length(ImageFolder images, ImageFile file)
    {
        using var stream = Open(images, file);
        return stream.Length;
    }

    /// <summary>Copies an image.</summary>
    /// <param name="images">The folder.</param>
    /// <param name="file">One of its images.</param>
    /// <param name="target">The file to create, with the folders above it.</param>
    /// <param name="cancellation">Ends the copying.</param>
    /// <exception cref="ImageDecodeException">As for <see cref="Length"/>; then there is no file.</exception>
    /// <exception cref="IOException">The copy cannot be written.</exception>
    public static void Write(ImageFolder images, ImageFile file, string target, CancellationToken cancellation)
    {
        var path = images.FullPath(file);
        using var from = Open(images, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        try
        {
            using var to = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
            var buffer = new byte[BufferBytes];
            for (var left = from.Length; left > 0;)
            {
                cancellation.ThrowIfCancellationRequested();
                var count = Readable(path, () => from.Read(buffer, 0, (int)Math.Min(buffer.Length, left)));
                if (count == 0) throw new ImageDecodeException("the file became shorter while it was copied");
                to.Write(buffer, 0, count);
                left -= count;
            }
        }
        catch (ImageDecodeException)
        {
            File.Delete(target);
            throw;
        }
    }

    private static FileStream Open(ImageFolder images, ImageFile file)
    {
        file.RequireName();
        var path = images.FullPath(file);
        var stream = Readable(path, () => RegularFile.Open(path));
        try
        {
            ImageDecoder.RequireBytes(stream.Length);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    // What goes wrong with reading concerns one image; what goes wrong with writing, all.
    private static T Readable<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ImageDecodeException($"the file cannot be read: {RegularFile.Why(e, path)}", e);
        }
    }
}
