using System.Net;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Registration;
using CallCenter.Sip.Tests.Messages;

namespace CallCenter.Sip.Tests.Registration;

/// <summary>Which phone a binding is: RFC 5626 where the phone names itself, else by where it comes from.</summary>
public sealed class BindingIdentityTests
{
    private static readonly RegistrarLimits Limits = new();
    private IReadOnlyList<Binding> _bindings = [];
    private int _cseq;

    [Fact]
    public void Two_phones_with_the_same_private_Contact_behind_two_routers_are_two_bindings()
    {
        Register("<sip:101@192.168.1.10:5060>", "198.51.100.7:40000", "one");
        Assert.Equal(2, Register("<sip:101@192.168.1.10:5060>", "203.0.113.8:40000", "two").Count);
        Assert.Equal(2, Register("<sip:101@192.168.1.10:5060>", "198.51.100.7:40000", "one").Count);
    }

    [Fact]
    public void The_same_private_Contact_from_another_port_of_the_same_router_is_another_phone_unless_its_Call_ID_says_otherwise()
    {
        Register("<sip:101@192.168.1.10:5060>", "198.51.100.7:40000", "one");
        Assert.Equal(2, Register("<sip:101@192.168.1.10:5060>", "198.51.100.7:40001", "two").Count);
        var moved = Register("<sip:101@192.168.1.10:5060>", "198.51.100.7:40002", "one");
        Assert.Equal([40001, 40002], moved.Select(binding => (int)binding.Flow.Remote.Port).Order());
    }

    [Fact]
    public void A_phone_at_its_own_address_is_known_by_its_Contact_from_whatever_port_and_with_whatever_Call_ID_it_registers()
    {
        Register("<sip:101@10.0.0.5:5060>", "10.0.0.5:34000", "before");
        Assert.Single(Register("<sip:101@10.0.0.5:5060>", "10.0.0.5:34001", "after-its-restart"));
    }

    [Fact]
    public void The_same_instance_from_another_network_takes_the_place_of_its_old_binding()
    {
        Register("<sip:101@192.168.1.10:5060>;+sip.instance=\"<urn:uuid:1>\"", "198.51.100.7:40000", "one");
        var binding = Assert.Single(Register("<sip:101@10.9.9.9:5060>;+sip.instance=\"<urn:uuid:1>\"", "203.0.113.8:1024", "two"));
        Assert.Equal(("<urn:uuid:1>", "203.0.113.8:1024"), (binding.Instance, binding.Flow.Remote.ToString()));
    }

    [Fact]
    public void Each_flow_of_an_instance_is_a_binding_of_its_own()
    {
        Register("<sip:101@10.0.0.5>;+sip.instance=\"<urn:uuid:1>\";reg-id=1", "10.0.0.5:1", "one");
        Register("<sip:101@10.0.0.5>;+sip.instance=\"<urn:uuid:1>\";reg-id=2", "10.0.0.5:2", "one");
        var bindings = Register("<sip:101@10.0.0.5>;+sip.instance=\"<urn:uuid:1>\";reg-id=1", "10.0.0.5:3", "one");
        Assert.Equal([(1, 3), (2, 2)], bindings.Select(binding => (binding.RegId, (int)binding.Flow.Remote.Port)).Order());
    }

    [Fact]
    public void A_phone_that_moved_and_removes_its_old_address_keeps_the_new_one()
    {
        const string Instance = ";+sip.instance=\"<urn:uuid:1>\"";
        Register($"<sip:101@10.0.0.5>{Instance}", "10.0.0.5:5060", "one");
        var bindings = Register($"<sip:101@10.0.0.6>{Instance}, <sip:101@10.0.0.5>{Instance};expires=0", "10.0.0.6:5060", "one");
        Assert.Equal("sip:101@10.0.0.6", Assert.Single(bindings).Contact.Text);
        Assert.Single(Register($"<sip:101@10.0.0.5>{Instance};expires=0", "10.0.0.6:5060", "one"));
    }

    [Fact]
    public void Two_addresses_that_one_phone_registers_together_are_both_kept()
    {
        const string Instance = ";+sip.instance=\"<urn:uuid:1>\"";
        Assert.Equal(2, Register($"<sip:101@10.0.0.5>{Instance}, <sip:101@10.0.0.5;transport=tcp>{Instance}", "10.0.0.5:5060", "a").Count);
    }

    [Theory]
    [InlineData("x\"y")]
    [InlineData("x\\y")]
    [InlineData("")]
    public void An_instance_that_could_not_be_repeated_to_others_is_none(string instance)
    {
        var quoted = instance.Replace("\\", "\\\\").Replace("\"", "\\\"");
        Assert.Null(Assert.Single(Register($"<sip:101@10.0.0.5>;+sip.instance=\"{quoted}\"", "10.0.0.5:1", "a")).Instance);
    }

    [Fact]
    public void The_response_tells_each_phone_which_binding_is_its_own()
    {
        var request = Request("<sip:101@10.0.0.5>;+sip.instance=\"<urn:uuid:1>\";reg-id=1;expires=600", "10.0.0.5:1", "a");
        var response = Wire.Parse(
            Registrar.Apply([], request, Limits, 0).Write(new SipMessageWriter(), request, new SipTag(1), 0).Written);
        Assert.Equal("<sip:101@10.0.0.5>;expires=600;+sip.instance=\"<urn:uuid:1>\";reg-id=1", response.Contact!.ToString());
    }

    private IReadOnlyList<Binding> Register(string contact, string source, string callId)
    {
        var result = Registrar.Apply(_bindings, Request(contact, source, callId), Limits, 0);
        Assert.Null(result.Refusal);
        return _bindings = result.Bindings;
    }

    private SipMessage Request(string contact, string source, string callId)
    {
        var request = Wire.Parse(
            "REGISTER sip:pbx SIP/2.0\nVia: SIP/2.0/UDP 10.0.0.5;branch=z9hG4bK1;rport\nFrom: <sip:101@pbx>;tag=1\nTo: <sip:101@pbx>\n"
            + $"Call-ID: {callId}\nCSeq: {++_cseq} REGISTER\nContact: {contact}\n\n");
        request.Flow = new SipFlow(SipTransport.Udp, SipEndPoint.From(IPEndPoint.Parse(source)));
        return request;
    }
}
