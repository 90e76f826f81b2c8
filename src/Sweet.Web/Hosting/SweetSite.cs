namespace Sweet.Web.Hosting;

/// <summary>Marks this assembly for tests and tools that host or inspect the site.</summary>
public sealed class SweetSite;
