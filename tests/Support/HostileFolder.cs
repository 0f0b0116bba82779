using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Hashing;
using MathSymbols.Data;

namespace MathSymbols.Tests.Support;

/// <summary>A class folder with everything in it that a program that reads other people's images can meet.</summary>
internal static class HostileFolder
{
    /// <summary>Names under which a good image is laid down: each must load.</summary>
    public static IReadOnlyList<string> GoodNames { get; } =
        ["plain.png", "with space.png", "[red]brackets[bold].png", "emoji 🙂 漢字 é.png", "-rf.png", "%s {0} $HOME `x`.png", $"{new string('n', 251)}.png", "UPPER.PNG"];

    /// <summary>Fills a folder.</summary>
    /// <param name="folder">The class folder to create.</param>
    /// <returns>The names that must not load, each with a part of the reason.</returns>
    public static IReadOnlyList<(string Name, string Reason)> Fill(string folder)
    {
        Directory.CreateDirectory(folder);
        var image = Noise(40, 30, 1);
        foreach (var name in GoodNames) File.WriteAllBytes(Path.Combine(folder, name), image);
        Directory.CreateDirectory(Path.Combine(folder, "folder.png"));
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "no image");

        var bad = new List<(string Name, string Reason)>();
        Lay("empty.png", [], "empty");
        Lay("text.png", "This is no image."u8.ToArray(), "no image");
        Lay("cut.png", image[..(image.Length / 2)], "truncated");
        Lay("huge.png", Declaring(image, 60_000, 60_000), "60000 × 60000");
        if (OperatingSystem.IsWindows()) return bad;

        // Not where it would take the room.
        Lay("long.png", image, "too large");
        using (var sparse = File.OpenWrite(Path.Combine(folder, "long.png"))) sparse.SetLength(5_000_000_000);

        Lay("tab\there.png", image, "rename");
        Lay("line\nend.png", image, "rename");
        Lay("\u001b[2Jclear.png", image, "rename");
        Link("loop.png", "loop.png", "cannot be read");
        Link("dangling.png", "nowhere.png", "not there");
        Link("device.png", "/dev/zero", "empty");
        Run("mkfifo", Path.Combine(folder, "pipe.png"));
        bad.Add(("pipe.png", "pipe"));
        if (OperatingSystem.IsMacOS()) return bad;

        // Its disks take no such names.
        Run("sh", "-c", "cp \"$1/plain.png\" \"$1/$(printf 'no\\377text.png')\"", "sh", folder);
        bad.Add(("no\ufffdtext.png", "not there"));
        return bad;

        void Lay(string name, byte[] content, string reason)
        {
            File.WriteAllBytes(Path.Combine(folder, name), content);
            bad.Add((name, reason));
        }

        void Link(string name, string target, string reason)
        {
            File.CreateSymbolicLink(Path.Combine(folder, name), target);
            bad.Add((name, reason));
        }
    }

    /// <summary>A PNG of noise, which fills many bytes.</summary>
    public static byte[] Noise(int width, int height, int seed)
    {
        var planes = new byte[PixelImage.Channels * width * height];
        new Random(seed).NextBytes(planes);
        return new PixelImage(width, height, planes).ToPng();
    }

    /// <summary>A PNG whose header tells other dimensions than it has, with the right checksum.</summary>
    public static byte[] Declaring(byte[] png, int width, int height)
    {
        var bytes = png.ToArray();
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(20), height);
        BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(29), Crc32.HashToUInt32(bytes.AsSpan(12, 17)));
        return bytes;
    }

    /// <summary>Deletes what must not load. .NET cannot delete a file whose name is no text.</summary>
    public static void Clean(string folder, IEnumerable<(string Name, string Reason)> bad)
    {
        foreach (var (name, _) in bad) File.Delete(Path.Combine(folder, name));
        if (!OperatingSystem.IsWindows()) Run("sh", "-c", "rm -f \"$1\"/no*text.png", "sh", folder);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }
}
