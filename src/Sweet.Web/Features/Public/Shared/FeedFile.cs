using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.Shared;

/// <summary>
/// A machine-readable answer. It is kept with a validator made of its own bytes; a date of change would run backwards when an entry
/// leaves.
/// </summary>
public static class FeedFile
{
    public static FileContentResult Of(byte[] content, string contentType) => new(content, contentType);

    /// <remarks>No text in the tree can break it: signs that XML refuses are left out here, for every feed.</remarks>
    public static FileContentResult Of(XElement root, string contentType)
    {
        Clean(root);
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer,
            new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
            root.Save(writer);
        return Of(buffer.ToArray(), contentType);
    }

    private static void Clean(XElement root)
    {
        foreach (var text in root.DescendantNodes().OfType<XText>()) text.Value = XmlSigns.Clean(text.Value);
        foreach (var attribute in root.DescendantsAndSelf().Attributes()) attribute.Value = XmlSigns.Clean(attribute.Value);
    }
}
