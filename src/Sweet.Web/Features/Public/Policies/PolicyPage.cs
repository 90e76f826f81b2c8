using Sweet.Domain.Policies;
using Sweet.Web.Wording;

namespace Sweet.Web.Features.Public.Policies;

public sealed record PolicyPage(PolicyKind Kind, string Title, RenderedText Text, DateTime EffectiveFromUtc, bool IsSample)
{
    /// <summary>Another version is in force: this one is shown to those who accepted it.</summary>
    public bool IsFormer { get; init; }

    public bool IsContact => Kind == PolicyKind.Contact;

    public string Path => PathOf(Kind);

    public static string PathOf(PolicyKind kind) => "/policies/" + NameOf(kind);

    public static string NameOf(PolicyKind kind) => kind.ToString().ToLowerInvariant();
}
