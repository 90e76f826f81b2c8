namespace Sweet.Web.Hosting;

/// <summary>
/// For pages behind a link token: no referrer, not stored by any cache, not indexed.
/// The error page shown in its place keeps these headers.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PrivatePageAttribute : Attribute;
