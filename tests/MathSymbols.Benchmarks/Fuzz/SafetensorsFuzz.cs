using System.Diagnostics;
using MathSymbols.Storage.Safetensors;

namespace MathSymbols.Benchmarks.Fuzz;

/// <summary>Has the reader open damaged files and holds it to what it promises: a good file is read, any other refused with a sentence, and neither takes much memory.</summary>
/// <param name="seed">One seed gives one sequence of files.</param>
/// <param name="path">Where each file is put before it is opened.</param>
internal sealed class SafetensorsFuzz(int seed, string path)
{
    /// <summary>Bytes that a byte of the file may take.</summary>
    public const int MostPerByte = 16;

    // The exception, its sentence, what the first call sets up.
    private const int Constant = 64 * 1024;
    private const int LongestSentence = 400;

    private readonly SafetensorsMutator _mutator = new(seed);

    /// <summary>Files opened.</summary>
    public long Files => Accepted + Refused;

    /// <summary>Files that were read.</summary>
    public long Accepted { get; private set; }

    /// <summary>Files that were refused.</summary>
    public long Refused { get; private set; }

    /// <summary>The most memory taken by an opening beyond the constant part, over the file's length.</summary>
    public double HighestRatio { get; private set; }

    /// <summary>The most memory taken by an opening, in bytes.</summary>
    public long MostAllocated { get; private set; }

    /// <summary>The longest opening.</summary>
    public TimeSpan Slowest { get; private set; }

    /// <summary>Makes files and opens them.</summary>
    /// <param name="count">How many.</param>
    /// <exception cref="InvalidOperationException">The reader broke a promise; the sentence has the file in Base64.</exception>
    public void Run(int count)
    {
        for (; count > 0; count--)
        {
            var file = _mutator.Next();
            Put(file);
            if (Broken(file) is { } promise) throw new InvalidOperationException($"{promise}, seed {seed}, file {Files}: {Convert.ToBase64String(file)}");
        }
    }

    // In place: a file cut to nothing and written anew is flushed to the disk by some file systems, which takes ten times as long as all the rest.
    private void Put(byte[] file)
    {
        using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
        stream.SetLength(file.Length);
        stream.Write(file);
    }

    private string? Broken(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        SafetensorsFile? file = null;
        Exception? error = null;
        try
        {
            file = SafetensorsFile.Open(path);
        }
        catch (Exception e)
        {
            error = e;
        }

        var time = Stopwatch.GetElapsedTime(start);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        using (file)
        {
            if (file is null) Refused++;
            else Accepted++;
            if (time > Slowest) Slowest = time;
            MostAllocated = Math.Max(MostAllocated, allocated);
            HighestRatio = Math.Max(HighestRatio, (double)(allocated - Constant) / Math.Max(bytes.Length, 1));
            if (HighestRatio > MostPerByte) return $"Opening took {allocated} bytes";
            return error is null ? BrokenReading(bytes, file!) : BrokenRefusal(bytes, error);
        }
    }

    private static string? BrokenReading(byte[] bytes, SafetensorsFile file)
    {
        if (SafetensorsRules.Describe(bytes) is not { } expected) return "A file that breaks a rule was read";
        var found = file.Tensors.Select(t => SafetensorsRules.Line(t.Key, t.Value.Type.Name(), t.Value.Shape, t.Value.Offset, t.Value.Offset + t.Value.Length))
            .Concat(file.Metadata.Select(t => SafetensorsRules.Line(t.Key, t.Value)));
        if (file.Checksum is { } checksum) found = found.Append(SafetensorsRules.Line("xxh128", checksum));
        if (!found.Order(StringComparer.Ordinal).SequenceEqual(expected)) return "A header was misread";
        foreach (var (name, info) in file.Tensors)
        {
            var content = new byte[info.Length];
            file.Read(name, content);
            if (!bytes.AsSpan(bytes.Length - (int)(file.Tensors.Values.Sum(t => t.Length) - info.Offset), content.Length).SequenceEqual(content)) return "A tensor was misread";
        }

        return null;
    }

    private string? BrokenRefusal(byte[] bytes, Exception error)
    {
        if (error is not SafetensorsException) return $"{error.GetType().Name} came out ({error.Message})";
        if (SafetensorsRules.Describe(bytes) is not null) return $"A good file was refused ({error.Message})";
        var sentence = error.Message;
        var plain = sentence.StartsWith("Cannot read '", StringComparison.Ordinal) && sentence.EndsWith('.') && !sentence.Any(char.IsControl);
        if (!plain || sentence.Length > path.Length + LongestSentence) return $"The refusal is no sentence ({sentence})";
        return error.InnerException?.Message.Length > LongestSentence ? "The inner exception is long" : null;
    }
}
