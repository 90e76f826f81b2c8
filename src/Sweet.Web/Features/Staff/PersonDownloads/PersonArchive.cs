using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sweet.Web.Features.Staff.PersonDownloads;

/// <summary>One ZIP file: the same for programs (JSON) and for people (a page that opens in any browser).</summary>
internal static class PersonArchive
{
    private static readonly JsonSerializerOptions Rules = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        // Names are to be read in a text editor; the file is no part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions RulesForPeople = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { WordsForPeople.OfStates, WordsForPeople.OfMoments },
    };

    public static byte[] Of(CollectedPerson person)
    {
        using var buffer = new MemoryStream();
        using (var zip = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            Add(zip, "everything.json", JsonSerializer.Serialize(person.Parts, Rules));
            Add(zip, "everything.html", PersonHtml.Of(person.Number, JsonSerializer.SerializeToElement(person.Parts, RulesForPeople)));
        }

        return buffer.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.Write(text);
    }
}
