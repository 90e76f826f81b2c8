namespace Sweet.Web.Hosting.Security;

public sealed class ProxyOptions
{
    public const string Section = "Proxy";

    /// <summary>Networks (10.0.0.0/8) of proxies whose word for a client's address and scheme is taken. Empty: nobody's.</summary>
    public List<string> KnownNetworks { get; set; } = [];
}
