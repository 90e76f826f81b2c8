namespace Sweet.Web.Hosting.Security;

internal static class FormLimits
{
    /// <summary>A form of ours is a few kilobytes. Webhooks and what takes a file raise the limit of their own action.</summary>
    public const int Bytes = 64 * 1024;

    /// <summary>Of the longest form, with all its rows.</summary>
    public const int Fields = 500;
}
