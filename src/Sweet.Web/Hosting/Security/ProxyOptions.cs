namespace Sweet.Web.Hosting.Security;

public sealed class ProxyOptions
{
    public const string Section = "Proxy";

    /// <summary>Networks of the reverse proxies (10.0.0.0/8) whose word for address and scheme of a client is taken. Empty: nobody's.</summary>
    public List<string> KnownNetworks { get; set; } = [];
}
