namespace Sweet.Web.Features.Public.Shared;

/// <summary>The picture that other sites show beside a link to ours, 1200 by 630.</summary>
/// <remarks>None of them takes a drawing (SVG): it has a twin for this, with "-share.png" in place of its ending.</remarks>
public static class SharePicture
{
    public const string OfSite = "/img/social.png";

    private const string DrawingEnding = ".svg";

    /// <param name="leadImage">Below the root of the site, or null.</param>
    /// <returns>That of the site where an article has none of its own.</returns>
    public static string Of(string? leadImage, IWebHostEnvironment host)
    {
        if (leadImage is null) return OfSite;

        var picture = leadImage.EndsWith(DrawingEnding, StringComparison.Ordinal)
            ? $"{leadImage[..^DrawingEnding.Length]}-share.png"
            : leadImage;
        return host.WebRootFileProvider.GetFileInfo(picture).Exists ? picture : OfSite;
    }
}
