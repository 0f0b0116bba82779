using System.Diagnostics;
using Xunit;

namespace MathSymbols.Tests.Browser;

/// <summary>Reads what a PDF says.</summary>
internal static class Pdf
{
    private const string Reader = "/usr/bin/pdftotext";

    /// <summary>All its letters and digits, in order; skips the test without the program that reads them.</summary>
    public static async Task<string> TextAsync(byte[] pdf)
    {
        Assert.SkipUnless(File.Exists(Reader), $"{Reader} is not installed: that the PDF has every caption is not checked.");
        using var process = Process.Start(new ProcessStartInfo(Reader, ["-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(pdf);
        process.StandardInput.Close();
        return Letters(await text);
    }

    /// <summary>Without spaces, line ends and signs, which a PDF breaks as it likes.</summary>
    public static string Letters(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKD).Where(char.IsLetterOrDigit));
}
