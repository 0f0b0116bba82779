using System.IO.Pipes;
using MathSymbols.Storage;
using MathSymbols.Storage.Safetensors;
using MathSymbols.Tests.Support;
using Xunit;

namespace MathSymbols.Tests.Storage;

/// <summary>Hostile and merely odd files, by name: the former are refused with one sentence, the latter read, and neither takes much memory.</summary>
public sealed class SafetensorsCorpusTests : IDisposable
{
    // Bytes a header's byte may take, and what an exception costs.
    private const int MostPerByte = 16;
    private const int Constant = 64 * 1024;
    private const int HeaderLimit = 100_000_000;

    private static readonly Dictionary<string, (byte[] File, string Reason)> Hostile = new()
    {
        // The length of the header.
        ["nothing"] = ([], "only 0 bytes"),
        ["half a length"] = (SafetensorsBytes.Of("{}")[..7], "only 7 bytes"),
        ["a length alone"] = (SafetensorsBytes.Claiming(2, []), "claims 2 bytes, but the file ends after 0"),
        ["no header"] = (SafetensorsBytes.Claiming(0, "{}"u8), "header is empty"),
        ["length past the end"] = (SafetensorsBytes.Claiming(3, "{}"u8), "claims 3 bytes, but the file ends after 2"),
        ["length at the limit"] = (SafetensorsBytes.Claiming(HeaderLimit, "{}"u8), "but the file ends after 2"),
        ["length over the limit"] = (SafetensorsBytes.Claiming(HeaderLimit + 1, "{}"u8), "more than the format's 100000000"),
        ["length of 2³²"] = (SafetensorsBytes.Claiming(1UL << 32, "{}"u8), "more than the format's"),
        ["length with the high bit"] = (SafetensorsBytes.Claiming(1UL << 63 | 2, "{}"u8), "more than the format's"),
        ["length of all bits"] = (SafetensorsBytes.Claiming(ulong.MaxValue, "{}"u8), "more than the format's"),
        ["length that wraps to the file's"] = (SafetensorsBytes.Claiming(unchecked((ulong)-6), "{}"u8), "more than the format's"),
        ["length in big-endian"] = (SafetensorsBytes.Claiming(2UL << 56, "{}"u8), "more than the format's"),
        ["length that cuts the header"] = (SafetensorsBytes.Claiming(1, "{}"u8), "not JSON"),

        // The text around the header.
        ["space before"] = (SafetensorsBytes.Of(" {}"), "start with '{'"),
        ["tab before"] = (SafetensorsBytes.Of("\t{}"), "start with '{'"),
        ["byte-order mark"] = (SafetensorsBytes.Of("\ufeff{}"), "start with '{'"),
        ["array"] = (SafetensorsBytes.Of("[]"), "start with '{'"),
        ["NULs for a header"] = (SafetensorsBytes.Of("\0\0\0\0"), "start with '{'"),
        ["padded by tabs"] = (SafetensorsBytes.Of("{}\t"), "other than spaces after the JSON"),
        ["padded by a line feed"] = (SafetensorsBytes.Of("{}\n"), "other than spaces after the JSON"),
        ["padded by a carriage return"] = (SafetensorsBytes.Of("{}\r"), "other than spaces after the JSON"),
        ["padded by spaces and a tab"] = (SafetensorsBytes.Of("{}   \t   "), "other than spaces after the JSON"),
        ["padded by NULs"] = (SafetensorsBytes.Of("{}\0\0"), "other than spaces after the JSON"),
        ["padded by no-break spaces"] = (SafetensorsBytes.Of("{}\u00a0"), "other than spaces after the JSON"),
        ["second object"] = (SafetensorsBytes.Of("{}{}"), "other than spaces after the JSON"),
        ["second object after spaces"] = (SafetensorsBytes.Of("{}  {}"), "other than spaces after the JSON"),
        ["comma behind"] = (SafetensorsBytes.Of("{},"), "other than spaces after the JSON"),
        ["brace too many"] = (SafetensorsBytes.Of("{}}"), "other than spaces after the JSON"),
        ["comment behind"] = (SafetensorsBytes.Of("{}//"), "other than spaces after the JSON"),

        // JSON, and what lenient parsers take for it.
        ["open object"] = (SafetensorsBytes.Of("{"), "not JSON"),
        ["comment inside"] = (SafetensorsBytes.Of("{/**/}"), "not JSON"),
        ["comma before the end"] = (SafetensorsBytes.Of("{" + SafetensorsBytes.Tensor("a", "U8", "0", "0,0") + ",}"), "not JSON"),
        ["comma before the end of a shape"] = (Alone("U8", "0,", "0,0"), "not JSON"),
        ["two commas"] = (Alone("U8", "0,,0", "0,0"), "not JSON"),
        ["single quotes"] = (SafetensorsBytes.Of("{'a':{}}"), "not JSON"),
        ["bare name"] = (SafetensorsBytes.Of("{a:{}}"), "not JSON"),
        ["NaN"] = (Alone("U8", "NaN", "0,0"), "not JSON"),
        ["Infinity"] = (Alone("U8", "Infinity", "0,0"), "not JSON"),
        ["leading zero"] = (Alone("U8", "00", "0,0"), "not JSON"),
        ["leading plus"] = (Alone("U8", "+1", "0,0"), "not JSON"),
        ["hexadecimal"] = (Alone("U8", "0x0", "0,0"), "not JSON"),
        ["line break in a name"] = (SafetensorsBytes.Of("{\"a\nb\":{}}"), "not JSON"),
        ["unknown escape"] = (SafetensorsBytes.Of("""{"\x41":{}}"""), "not JSON"),
        ["wrong bracket"] = (SafetensorsBytes.Of("{]"), "not JSON"),
        ["not UTF-8"] = (SafetensorsBytes.Of([.. "{\""u8, 0xff, .. "\":{}}"u8], []), "UTF-8"),
        ["overlong UTF-8"] = (SafetensorsBytes.Of([.. "{\""u8, 0xc1, 0xa1, .. "\":{}}"u8], []), "UTF-8"),
        ["surrogate in UTF-8"] = (SafetensorsBytes.Of([.. "{\""u8, 0xed, 0xa0, 0x80, .. "\":{}}"u8], []), "UTF-8"),
        ["cut UTF-8 in the padding"] = (SafetensorsBytes.Of([.. "{} "u8, 0xe2, 0x80], []), "UTF-8"),
        ["unpaired surrogate in a name"] = (SafetensorsBytes.Of("""{"\ud800":{}}"""), "surrogate"),
        ["surrogates in the wrong order"] = (SafetensorsBytes.Of("""{"\udc00\ud800":{}}"""), "surrogate"),
        ["unpaired surrogate in a dtype"] = (Alone(@"\udc00", "0", "0,0"), "surrogate"),
        ["unpaired surrogate in a member"] = (SafetensorsBytes.Of("""{"a":{"dtyp\ud800":"U8"}}"""), "surrogate"),
        ["unpaired surrogate in metadata"] = (SafetensorsBytes.Of("""{"__metadata__":{"a":"\ud800"}}"""), "surrogate"),

        // Metadata.
        ["metadata of null"] = (SafetensorsBytes.Of("""{"__metadata__":null}"""), "'__metadata__' is not an object"),
        ["metadata of a list"] = (SafetensorsBytes.Of("""{"__metadata__":[]}"""), "'__metadata__' is not an object"),
        ["metadata of a text"] = (SafetensorsBytes.Of("""{"__metadata__":"a"}"""), "'__metadata__' is not an object"),
        ["metadata with a number"] = (SafetensorsBytes.Of("""{"__metadata__":{"a":1}}"""), "'__metadata__.a' is not a string"),
        ["metadata with a truth value"] = (SafetensorsBytes.Of("""{"__metadata__":{"a":true}}"""), "'__metadata__.a' is not a string"),
        ["metadata with null"] = (SafetensorsBytes.Of("""{"__metadata__":{"a":null}}"""), "'__metadata__.a' is not a string"),
        ["metadata with an object"] = (SafetensorsBytes.Of("""{"__metadata__":{"a":{"b":"c"}}}"""), "'__metadata__.a' is not a string"),
        ["metadata that are a tensor"] = (SafetensorsBytes.Of("{" + SafetensorsBytes.Tensor("__metadata__", "U8", "0", "0,0") + "}"), "'__metadata__.shape' is not a string"),
        ["metadata key twice"] = (SafetensorsBytes.Of("""{"__metadata__":{"a":"","a":""}}"""), "'__metadata__.a' occurs twice"),
        ["metadata key twice, once escaped"] = (SafetensorsBytes.Of("""{"__metadata__":{"a":"","\u0061":""}}"""), "'__metadata__.a' occurs twice"),
        ["checksum twice"] = (SafetensorsBytes.Of("""{"__metadata__":{"xxh128":"","xxh128":""}}"""), "'__metadata__.xxh128' occurs twice"),
        ["metadata twice"] = (SafetensorsBytes.Of("""{"__metadata__":{},"__metadata__":{}}"""), "'__metadata__' occurs twice"),
        ["metadata twice, once escaped"] = (SafetensorsBytes.Of("""{"__metadata__":{},"\u005f_metadata__":{}}"""), "'__metadata__' occurs twice"),

        // A tensor's members.
        ["tensor of null"] = (SafetensorsBytes.Of("""{"a":null}"""), "'a' is not an object"),
        ["tensor of a number"] = (SafetensorsBytes.Of("""{"a":1}"""), "'a' is not an object"),
        ["tensor of lists without end"] = (SafetensorsBytes.Of("{\"a\":" + new string('[', 100_000)), "'a' is not an object"),
        ["no members"] = (SafetensorsBytes.Of("""{"a":{}}"""), "'a' has no dtype"),
        ["no shape"] = (SafetensorsBytes.Of("""{"a":{"dtype":"U8","data_offsets":[0,0]}}"""), "no shape"),
        ["no offsets"] = (SafetensorsBytes.Of("""{"a":{"dtype":"U8","shape":[0]}}"""), "no data_offsets"),
        ["unknown member"] = (SafetensorsBytes.Of("""{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0],"x":1}}"""), "unknown member 'x'"),
        ["member in capitals"] = (SafetensorsBytes.Of("""{"a":{"Dtype":"U8","shape":[0],"data_offsets":[0,0]}}"""), "unknown member 'Dtype'"),
        ["old name of the offsets"] = (SafetensorsBytes.Of("""{"a":{"dtype":"U8","shape":[0],"offsets":[0,0]}}"""), "unknown member 'offsets'"),
        ["dtype twice"] = (SafetensorsBytes.Of("""{"a":{"dtype":"U8","dtype":"U8","shape":[0],"data_offsets":[0,0]}}"""), "'a.dtype' occurs twice"),
        ["shape twice, once escaped"] = (SafetensorsBytes.Of("""{"a":{"dtype":"U8","shape":[0],"\u0073hape":[0],"data_offsets":[0,0]}}"""), "'a.shape' occurs twice"),
        ["offsets twice"] = (SafetensorsBytes.Of("""{"a":{"dtype":"U8","shape":[0],"data_offsets":[0,0],"data_offsets":[0,0]}}"""), "'a.data_offsets' occurs twice"),
        ["tensor twice"] = (Pair(("a", "U8", "0", "0,0"), ("a", "U8", "0", "0,0")), "'a' occurs twice"),
        ["tensor twice, once escaped"] = (Pair(("a", "U8", "0", "0,0"), (@"\u0061", "U8", "0", "0,0")), "'a' occurs twice"),
        ["empty name twice"] = (Pair(("", "U8", "0", "0,0"), ("", "U8", "0", "0,0")), "'' occurs twice"),

        // Types.
        ["type not supported"] = (Alone("F8_E4M3", "0", "0,0"), "'a' has the unsupported dtype 'F8_E4M3'"),
        ["type in small letters"] = (Alone("u8", "0", "0,0"), "unsupported dtype 'u8'"),
        ["type of no name"] = (Alone("", "0", "0,0"), "unsupported dtype ''"),
        ["type with a space"] = (Alone("U8 ", "0", "0,0"), "unsupported dtype 'U8 '"),
        ["type by its number"] = (Alone("1", "0", "0,0"), "unsupported dtype '1'"),
        ["type by our own name"] = (Alone("Bool", "0", "0,0"), "unsupported dtype 'Bool'"),
        ["type of a number"] = (SafetensorsBytes.Of("""{"a":{"dtype":1,"shape":[0],"data_offsets":[0,0]}}"""), "'a.dtype' is not a string"),
        ["type of null"] = (SafetensorsBytes.Of("""{"a":{"dtype":null,"shape":[0],"data_offsets":[0,0]}}"""), "'a.dtype' is not a string"),

        // Shapes.
        ["shape of a number"] = (SafetensorsBytes.Of("""{"a":{"dtype":"U8","shape":0,"data_offsets":[0,0]}}"""), "'a.shape' is not an array"),
        ["shape of null"] = (SafetensorsBytes.Of("""{"a":{"dtype":"U8","shape":null,"data_offsets":[0,0]}}"""), "'a.shape' is not an array"),
        ["extent in quotes"] = (Alone("U8", "\"0\"", "0,0"), "whole number"),
        ["extent of null"] = (Alone("U8", "null", "0,0"), "whole number"),
        ["extent of an array"] = (Alone("U8", "[0]", "0,0"), "whole number"),
        ["extent after an array"] = (Alone("U8", "0,[],0", "0,0"), "whole number"),
        ["extents without end"] = (SafetensorsBytes.Of("""{"a":{"dtype":"U8","shape":""" + new string('[', 100_000)), "whole number"),
        ["extent below zero"] = (Alone("U8", "-1", "0,0"), "whole number"),
        ["extents below zero whose product is not"] = (Alone("U8", "-2,-2", "0,4", 4), "whole number"),
        ["extent of minus zero"] = (Alone("U8", "-0", "0,0"), "whole number"),
        ["extent with a fraction"] = (Alone("U8", "0.0", "0,0"), "whole number"),
        ["extent with an exponent"] = (Alone("U8", "4e0", "0,4", 4), "whole number"),
        ["extent of 2⁶³"] = (Alone("U8", "9223372036854775808", "0,0"), "whole number"),
        ["extent of 2⁶⁴ and four"] = (Alone("U8", "18446744073709551620", "0,4", 4), "whole number"),
        ["extent of 1,000 digits"] = (Alone("U8", new string('9', 1000), "0,0"), "whole number"),
        ["product of 2⁶⁴"] = (Alone("U8", "4294967296,4294967296", "0,0"), "shape of the tensor 'a' is too large"),
        ["product of 2⁶⁴ and four"] = (Alone("U8", "4611686018427387905,4", "0,4", 4), "too large"),
        ["product past 2⁶³, then zero"] = (Alone("U8", "4294967296,4294967296,0", "0,0"), "too large"),
        ["bytes past 2⁶³"] = (Alone("F64", "2305843009213693952", "0,0"), "too large"),
        ["thousands of large extents"] = (Alone("U8", string.Join(',', Enumerable.Repeat("9223372036854775807", 5000)), "0,0"), "too large"),

        // Offsets.
        ["offsets of an object"] = (SafetensorsBytes.Of("""{"a":{"dtype":"U8","shape":[0],"data_offsets":{}}}"""), "'a.data_offsets' is not an array"),
        ["no offset"] = (Alone("U8", "0", ""), "not a start and an end"),
        ["one offset"] = (Alone("U8", "0", "0"), "not a start and an end"),
        ["three offsets"] = (Alone("U8", "0", "0,0,0"), "not a start and an end"),
        ["end before start"] = (Alone("U8", "1", "1,0", 1), "not a start and an end"),
        ["offset below zero"] = (Alone("U8", "1", "-1,0", 1), "whole number"),
        ["offset with a fraction"] = (Alone("U8", "1", "0,1.0", 1), "whole number"),
        ["offset with an exponent"] = (Alone("U8", "1000", "0,1e3", 1000), "whole number"),
        ["offset of 2⁶³"] = (Alone("U8", "1", "9223372036854775807,9223372036854775808", 1), "whole number"),
        ["offset of 2⁶⁴"] = (Alone("U8", "1", "18446744073709551616,18446744073709551617", 1), "whole number"),
        ["fewer bytes than the shape"] = (Alone("F32", "2", "0,4", 4), "has 4 bytes, but its shape and dtype say 8"),
        ["more bytes than the shape"] = (Alone("F32", "1", "0,8", 8), "has 8 bytes, but its shape and dtype say 4"),
        ["bytes for a zero extent"] = (Alone("F32", "0,3", "0,4", 4), "has 4 bytes, but its shape and dtype say 0"),
        ["no bytes for a scalar"] = (Alone("F32", "", "0,0"), "has 0 bytes, but its shape and dtype say 4"),

        // The data.
        ["data of no tensor"] = (SafetensorsBytes.Of("{}", 1), "its tensors have 0 bytes, but 1 follow the header"),
        ["byte too many"] = (Alone("U8", "3", "0,3", 4), "its tensors have 3 bytes, but 4 follow"),
        ["byte too few"] = (Alone("U8", "5", "0,5", 4), "its tensors have 5 bytes, but 4 follow"),
        ["far more than the file has"] = (Alone("U8", "9223372036854775807", "0,9223372036854775807", 4), "follow the header"),
        ["hole at the start"] = (Alone("U8", "3", "1,4", 4), "'a' start at 1, but the data before end at 0"),
        ["hole between"] = (Pair(("a", "U8", "2", "0,2"), ("b", "U8", "1", "3,4"), 4), "'b' start at 3, but the data before end at 2"),
        ["hole of an end far away"] = (Pair(("a", "U8", "4", "0,4"), ("b", "U8", "0", "9223372036854775807,9223372036854775807"), 4), "'b' start at 9223372036854775807"),
        ["overlap"] = (Pair(("a", "U8", "3", "0,3"), ("b", "U8", "2", "2,4"), 4), "'b' start at 2, but the data before end at 3"),
        ["overlap named in the other order"] = (Pair(("b", "U8", "2", "2,4"), ("a", "U8", "3", "0,3"), 4), "'b' start at 2, but the data before end at 3"),
        ["one inside the other"] = (Pair(("a", "U8", "4", "0,4"), ("b", "U8", "2", "1,3"), 4), "'b' start at 1, but the data before end at 4"),
        ["one place twice"] = (Pair(("a", "U8", "4", "0,4"), ("b", "U8", "4", "0,4"), 4), "start at 0, but the data before end at 4"),
        ["zero extent inside another tensor"] = (Pair(("a", "U8", "4", "0,4"), ("b", "U8", "0", "2,2"), 4), "'b' start at 2, but the data before end at 4"),
        ["zero extent past the end"] = (Pair(("a", "U8", "4", "0,4"), ("b", "U8", "0", "5,5"), 4), "'b' start at 5, but the data before end at 4"),

        // What wants memory.
        ["long name"] = (SafetensorsBytes.Of("{\"" + new string('n', 1_000_000) + "\\n\":{}}"), "n…' has no dtype"),
        ["long name of a bad tensor"] = (SafetensorsBytes.Of("{" + SafetensorsBytes.Tensor(new string('n', 1_000_000), "U8", "0", "0,0,0") + "}"), "n…' are not a start"),
        ["long type"] = (Alone(new string('F', 1_000_000), "0", "0,0"), "F…'"),
        ["long member"] = (SafetensorsBytes.Of("{\"a\":{\"" + new string('m', 1_000_000) + "\":1}}"), "m…'"),
        ["long metadata key"] = (SafetensorsBytes.Of("{\"__metadata__\":{\"" + new string('k', 1_000_000) + "\":1}}"), "k…' is not a string"),
        ["long misspelt literal"] = (SafetensorsBytes.Of("{\"a\":t" + new string('r', 1_000_000)), "not JSON"),
        ["long number"] = (Alone("U8", new string('1', 1_000_000), "0,0"), "whole number"),
        ["many offsets"] = (Alone("U8", "0", string.Join(',', Enumerable.Repeat('0', 500_000))), "not a start and an end"),
        ["many empty tensors and a hole"] = (SafetensorsBytes.Of("{" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => SafetensorsBytes.Tensor($"{i}", "U8", "0", "0,0"))) + "}", 1), "have 0 bytes, but 1"),
    };

    private static readonly Dictionary<string, byte[]> Odd = new()
    {
        ["no tensors"] = SafetensorsBytes.Of("{}"),
        ["padded by spaces"] = SafetensorsBytes.Of("{}" + new string(' ', 1000)),
        ["spaces, tabs and line breaks inside"] = SafetensorsBytes.Of("{\r\n\t\"a\" : { \"dtype\":\"U8\" ,\n\"shape\":[ 1 , 2 ], \"data_offsets\":[0,2] } }", 1, 2),
        ["members in another order"] = SafetensorsBytes.Of("""{"a":{"data_offsets":[0,1],"shape":[1],"dtype":"U8"}}""", 1),
        ["escaped member and type"] = SafetensorsBytes.Of("""{"a":{"\u0064type":"\u00558","shape":[1],"data_offsets":[0,1]}}""", 1),
        ["empty name"] = SafetensorsBytes.Of("{" + SafetensorsBytes.Tensor("", "U8", "1", "0,1") + "}", 1),
        ["NUL in a name"] = SafetensorsBytes.Of("{" + SafetensorsBytes.Tensor(@"a\u0000b", "U8", "1", "0,1") + "}", 1),
        ["names that differ in case"] = Pair(("a", "U8", "1", "0,1"), ("A", "U8", "1", "1,2"), 2),
        ["names that normalize to one"] = Pair(("\u00e9", "U8", "1", "0,1"), ("e\u0301", "U8", "1", "1,2"), 2),
        ["name of a member"] = SafetensorsBytes.Of("{" + SafetensorsBytes.Tensor("dtype", "U8", "1", "0,1") + "}", 1),
        ["metadata behind"] = SafetensorsBytes.Of("{" + SafetensorsBytes.Tensor("a", "U8", "1", "0,1") + ",\"__metadata__\":{\"\":\"\",\"__metadata__\":\"\"}}", 1),
        ["paired surrogates"] = SafetensorsBytes.Of("{" + SafetensorsBytes.Tensor(@"\ud835\udc65", "U8", "1", "0,1") + "}", 1),
        ["scalar"] = SafetensorsBytes.Of("{" + SafetensorsBytes.Tensor("a", "F64", "", "0,8") + "}", new byte[8]),
        ["zero extent before a vast one"] = SafetensorsBytes.Of("{" + SafetensorsBytes.Tensor("a", "F64", "0,9223372036854775807", "0,0") + "}"),
        ["zero extents among others, named in any order"] = SafetensorsBytes.Of("{" + string.Join(',', [SafetensorsBytes.Tensor("z", "I8", "0", "2,2"), SafetensorsBytes.Tensor("b", "U8", "1", "1,2"), SafetensorsBytes.Tensor("y", "I8", "0", "0,0"), SafetensorsBytes.Tensor("x", "I8", "0", "1,1"), SafetensorsBytes.Tensor("a", "U8", "1", "0,1")]) + "}", 1, 2),
        ["data at an odd place"] = Pair(("a", "U8", "1", "0,1"), ("b", "F64", "1", "1,9"), 9),
        ["many extents"] = Alone("U8", string.Join(',', Enumerable.Repeat('1', 500_000)), "0,1", 1),
        ["many empty tensors"] = SafetensorsBytes.Of("{" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => SafetensorsBytes.Tensor($"{i}", "U8", "0", "0,0"))) + "}"),
        ["many texts"] = SafetensorsBytes.Of("{\"__metadata__\":{" + string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"{i:x}\":\"\"")) + "}}"),
        ["many texts of a letter"] = SafetensorsBytes.Of("{\"__metadata__\":{" + string.Join(',', Enumerable.Range(0, 100_000).Select(i => $"\"{i:x}\":\"a\"")) + "}}"),
        ["long name"] = SafetensorsBytes.Of("{" + SafetensorsBytes.Tensor(new string('n', 1_000_000), "U8", "0", "0,0") + "}"),
        ["long escaped name"] = SafetensorsBytes.Of("{" + SafetensorsBytes.Tensor(string.Concat(Enumerable.Repeat(@"\n", 500_000)), "U8", "0", "0,0") + "}"),
        ["long text"] = SafetensorsBytes.Of("{\"__metadata__\":{\"a\":\"" + new string('t', 1_000_000) + "\"}}"),
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> HostileNames => [.. Hostile.Keys];

    public static TheoryData<string> OddNames => [.. Odd.Keys];

    private string Path => _folder["a.safetensors"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(HostileNames))]
    public void A_hostile_file_is_refused_with_one_sentence(string name)
    {
        var (file, reason) = Hostile[name];
        File.WriteAllBytes(Path, file);
        var error = Measured(file, () => Assert.Throws<SafetensorsException>(() => SafetensorsFile.Open(Path)));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Matches(@"\ACannot read '[^\r\n]*a\.safetensors' as safetensors: (?!.*\. )[^\r\n]*\.\z", error.Message);
        Assert.InRange(error.Message.Length, 1, 300 + Path.Length);
        Assert.InRange(error.InnerException?.Message.Length ?? 0, 0, 300);

        // The file is let go.
        using var alone = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
    }

    [Theory]
    [MemberData(nameof(OddNames))]
    public void An_odd_file_that_breaks_no_rule_is_read(string name)
    {
        File.WriteAllBytes(Path, Odd[name]);
        using var file = Measured(Odd[name], () => SafetensorsFile.Open(Path));
        foreach (var (tensor, info) in file.Tensors) file.Read(tensor, new byte[info.Length]);
    }

    [Fact]
    public void A_header_of_100_MB_is_read_and_one_of_a_byte_more_is_not()
    {
        using (var stream = File.Create(Path))
        {
            var spaces = Enumerable.Repeat((byte)' ', 1_000_000).ToArray();
            stream.Write(SafetensorsBytes.Claiming(HeaderLimit, "{}"u8));
            for (var written = 2; written < HeaderLimit; written += spaces.Length) stream.Write(spaces, 0, Math.Min(spaces.Length, HeaderLimit - written));
        }

        SafetensorsFile.Open(Path).Dispose();
        using (var stream = new FileStream(Path, FileMode.Append)) stream.WriteByte((byte)' ');
        using (var stream = File.OpenWrite(Path)) stream.Write(SafetensorsBytes.Claiming(HeaderLimit + 1, []));
        Assert.Contains("more than the format's", Assert.Throws<SafetensorsException>(() => SafetensorsFile.Open(Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pipe_is_refused_as_one()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a path of a pipe");
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        var error = Assert.Throws<UnfitFileException>(() => SafetensorsFile.Open($"/proc/self/fd/{pipe.GetClientHandleAsString()}"));
        Assert.Contains("it is a pipe", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Alone(string dtype, string shape, string offsets, int data = 0) =>
        SafetensorsBytes.Of("{" + SafetensorsBytes.Tensor("a", dtype, shape, offsets) + "}", new byte[data]);

    private static byte[] Pair((string Name, string Dtype, string Shape, string Offsets) first, (string Name, string Dtype, string Shape, string Offsets) second, int data = 0) =>
        SafetensorsBytes.Of(
            "{" + SafetensorsBytes.Tensor(first.Name, first.Dtype, first.Shape, first.Offsets) + "," + SafetensorsBytes.Tensor(second.Name, second.Dtype, second.Shape, second.Offsets) + "}",
            new byte[data]);

    private static T Measured<T>(byte[] file, Func<T> open)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = open();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Constant + ((long)file.Length * MostPerByte));
        return result;
    }
}
