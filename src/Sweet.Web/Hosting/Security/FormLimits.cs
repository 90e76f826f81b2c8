namespace Sweet.Web.Hosting.Security;

internal static class FormLimits
{
    /// <summary>A form of ours is a few kilobytes. Webhooks and, later, uploads raise the limit of their own action.</summary>
    public const int Bytes = 64 * 1024;
}
